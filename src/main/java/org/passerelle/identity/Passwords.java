package org.passerelle.identity;

import com.nulabinc.zxcvbn.io.ClasspathResource;
import com.nulabinc.zxcvbn.matchers.DictionaryLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.passerelle.identity.domain.PasswordRule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and compares passwords with Argon2id in one lane, at OWASP's figures (19 MiB, two passes)
/// unless set otherwise. A hash carries the figures it was made with and is compared at them.
///
/// Each hash takes that memory for its time, so only a few run at once and the rest wait.
@Component
class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;

    private final Argon2PasswordEncoder argon2;
    private final Semaphore atOnce =
            new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);
    private final PasswordRule rule = new PasswordRule(commonPasswords());
    private final String nobodysHash;

    Passwords(
            @Value("${passerelle.password-hash.memory-kib}") int memoryKib,
            @Value("${passerelle.password-hash.passes}") int passes) {
        argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, passes);
        nobodysHash = hash("a password that nobody has");
    }

    List<AccountFault> check(String password, List<String> words) {
        return rule.check(password, words);
    }

    String hash(String password) {
        return whenFree(() -> requireHash(argon2.encode(PasswordRule.normalised(password))));
    }

    boolean matches(String password, String hash) {
        if (password.length() > 2 * PasswordRule.CHARACTERS_MAX) {
            return false;
        }
        return whenFree(() -> argon2.matches(PasswordRule.normalised(password), hash));
    }

    /// A hash that matches no password, to spend on an account that does not exist the time one
    /// that does would take.
    String nobodysHash() {
        return nobodysHash;
    }

    private <T> T whenFree(java.util.function.Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private static String requireHash(@org.jspecify.annotations.Nullable String hash) {
        if (hash == null) {
            throw new IllegalStateException("Only the hash of nothing is nothing");
        }
        return hash;
    }

    private static Set<String> commonPasswords() {
        try {
            var list =
                    new DictionaryLoader(
                                    "passwords",
                                    new ClasspathResource(
                                            "/com/nulabinc/zxcvbn/matchers/dictionaries"
                                                    + "/passwords.txt"))
                            .load();
            return Set.copyOf(list.getFrequencies());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read", e);
        }
    }
}
