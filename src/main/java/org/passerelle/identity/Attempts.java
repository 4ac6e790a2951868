package org.passerelle.identity;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.passerelle.identity.domain.OneTimeSecret;
import org.springframework.stereotype.Service;

/// Counts tries, for all nodes together (Bucket4j's buckets in PostgreSQL).
///
/// A bucket is charged in a transaction of its own, at once, whatever becomes of the caller's: call
/// it before you begin one.
@Service
public class Attempts {
    private static final int FORGET_AT_ONCE = 1000;

    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    Attempts(DataSource database) {
        this.buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("identity.bucket")
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        Duration.ofMinutes(1)))
                        .build();
    }

    /// Charges one try. Empty when it is allowed, else how long until the next one is.
    public Optional<Duration> charge(Limit limit, String whom) {
        var probe = bucket(limit, whom).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(wholeSeconds(probe.getNanosToWaitForRefill()));
    }

    /// Whether a try would be refused now, without charging it: how long to wait.
    public Optional<Duration> refused(Limit limit, String whom) {
        var probe = bucket(limit, whom).estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(wholeSeconds(probe.getNanosToWaitForRefill()));
    }

    /// Whether nothing was charged within the period, or all of it has been refilled since.
    public boolean isUntouched(Limit limit, String whom) {
        return bucket(limit, whom).estimateAbilityToConsume(limit.times()).canBeConsumed();
    }

    /// Gives one try back: it turned out to be none.
    public void giveBack(Limit limit, String whom) {
        bucket(limit, whom).addTokens(1);
    }

    /// Forgets all tries: the person proved who they are in another way.
    public void forgive(Limit limit, String whom) {
        buckets.removeProxy(key(limit, whom));
    }

    /// Removes buckets that have filled up again.
    int forgetFull() {
        return buckets.removeExpired(FORGET_AT_ONCE);
    }

    /// The name under which a network address is counted: itself, or an IPv6 customer's whole /64.
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // An address in figures is never looked up in the DNS.
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "::/64"
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private BucketProxy bucket(Limit limit, String whom) {
        return buckets.getProxy(key(limit, whom), () -> configuration(limit));
    }

    /// Hashed: what strangers type (an address, a password in the wrong field) is not kept.
    private static String key(Limit limit, String whom) {
        return limit.name() + ":" + HexFormat.of().formatHex(new OneTimeSecret(whom).hash());
    }

    private static BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder()
                .addLimit(rate ->
                        rate.capacity(limit.times()).refillGreedy(limit.times(), limit.period()))
                .build();
    }

    private static Duration wholeSeconds(long nanos) {
        return Duration.ofSeconds(Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L)));
    }
}
