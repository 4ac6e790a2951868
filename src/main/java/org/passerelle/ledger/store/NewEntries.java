package org.passerelle.ledger.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Cause;
import org.passerelle.ledger.Posting;
import org.passerelle.ledger.domain.Books.Key;
import org.passerelle.ledger.store.AccountRows.Place;

/// Writes many entries with all their lines in one statement, as the triggers of the tables ask.
final class NewEntries {
    private static final String ADD =
            """
            with given as (
                select * from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                                     ?::text[], ?::uuid[], ?::text[])
                    as g(n, office, on_day, cause_kind, cause_key, currency, organisation, about)),
            sides as (
                select * from unnest(?::int[], ?::int[], ?::bigint[], ?::bigint[])
                    as l(n, number, account, amount_minor)),
            entered as (
                insert into ledger.entry
                    (office, on_day, cause_kind, cause_key, currency, organisation, about,
                     posted_at)
                select office, on_day::date, cause_kind, cause_key, currency, organisation, about,
                       ?::timestamptz
                  from given order by n
                on conflict (office, cause_kind, cause_key) do nothing
                returning id, office, on_day, cause_kind, cause_key),
            lined as (
                insert into ledger.line (entry, number, account, on_day, amount_minor)
                select e.id, l.number, l.account, e.on_day, l.amount_minor
                  from entered e
                  join given g on g.office = e.office and g.cause_kind = e.cause_kind
                              and g.cause_key = e.cause_key
                  join sides l on l.n = g.n)
            select office, cause_kind, cause_key from entered
            """;

    private final DSLContext db;
    private final List<Posting> postings;

    NewEntries(DSLContext db, List<Posting> postings) {
        this.db = db;
        this.postings = postings;
    }

    /// Adds those whose cause is new, and answers their keys.
    Set<Key> add(Instant now) {
        var accounts = accounts();
        var numbers = new ArrayList<Integer>();
        var sideOf = new ArrayList<Integer>();
        var sideNumbers = new ArrayList<Integer>();
        var sideAccounts = new ArrayList<Long>();
        var sideAmounts = new ArrayList<Long>();
        for (var n = 0; n < postings.size(); n++) {
            numbers.add(n);
            var posting = postings.get(n);
            for (var i = 0; i < posting.lines().size(); i++) {
                var line = posting.lines().get(i);
                sideOf.add(n);
                sideNumbers.add(i + 1);
                sideAccounts.add(accounts.get(place(posting, line)));
                sideAmounts.add(line.amount().getAmountMinorLong());
            }
        }
        var added = new HashSet<Key>();
        db.fetch(
                        ADD,
                        numbers.toArray(Integer[]::new),
                        texts(posting -> posting.office().value()),
                        texts(posting -> posting.on().toString()),
                        texts(posting -> posting.cause().kind()),
                        texts(posting -> posting.cause().key()),
                        texts(posting -> posting.currency().getCode()),
                        organisations(),
                        texts(Posting::about),
                        sideOf.toArray(Integer[]::new),
                        sideNumbers.toArray(Integer[]::new),
                        sideAccounts.toArray(Long[]::new),
                        sideAmounts.toArray(Long[]::new),
                        now.atOffset(ZoneOffset.UTC))
                .forEach(row ->
                        added.add(
                                new Key(
                                        OfficeId.of(row.get("office", String.class)),
                                        new Cause(
                                                row.get("cause_kind", String.class),
                                                row.get("cause_key", String.class)))));
        return added;
    }

    private String[] texts(Function<Posting, String> text) {
        return postings.stream().map(text).toArray(String[]::new);
    }

    private @Nullable UUID[] organisations() {
        return postings.stream()
                .map(posting -> posting.organisation().map(OrganisationId::value).orElse(null))
                .toArray(UUID[]::new);
    }

    private Map<Place, Long> accounts() {
        var wanted = new HashSet<Place>();
        postings.forEach(
                posting -> posting.lines().forEach(line -> wanted.add(place(posting, line))));
        return new AccountRows(db).of(wanted);
    }

    private static Place place(Posting posting, Posting.Line line) {
        return new Place(posting.office(), line.account(), posting.currency());
    }
}
