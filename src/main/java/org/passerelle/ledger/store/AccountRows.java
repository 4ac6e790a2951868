package org.passerelle.ledger.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;

/// The rows of accounts, made where they are new.
final class AccountRows {

    /// An account as one row of its table.
    record Place(OfficeId office, Account account, CurrencyUnit currency) {}

    private final DSLContext db;

    AccountRows(DSLContext db) {
        this.db = db;
    }

    /// The ids of all of them. New ones are made in one order, so that two who make the same ones
    /// wait for each other but never in a circle.
    Map<Place, Long> of(Set<Place> wanted) {
        var known = find(wanted);
        var missing =
                wanted.stream()
                        .filter(place -> !known.containsKey(place))
                        .sorted(Comparator.comparing(Place::toString))
                        .toList();
        if (!missing.isEmpty()) {
            db.execute(
                    "insert into ledger.account (office, kind, key, currency)"
                            + " select * from unnest(?::text[], ?::text[], ?::text[], ?::text[])"
                            + " on conflict do nothing",
                    columns(missing));
            known.putAll(find(missing));
        }
        return known;
    }

    private Map<Place, Long> find(Collection<Place> places) {
        var found = new HashMap<Place, Long>();
        db.fetch(
                        "select a.* from unnest(?::text[], ?::text[], ?::text[], ?::text[])"
                                + " as w(office, kind, key, currency)"
                                + " join ledger.account a using (office, kind, key, currency)",
                        columns(places))
                .forEach(row ->
                        found.put(
                                new Place(
                                        OfficeId.of(row.get("office", String.class)),
                                        new Account(
                                                Kind.valueOf(row.get("kind", String.class)),
                                                row.get("key", String.class)),
                                        CurrencyUnit.of(row.get("currency", String.class))),
                                row.get("id", Long.class)));
        return found;
    }

    private static Object[] columns(Collection<Place> places) {
        return new Object[] {
            places.stream().map(place -> place.office().value()).toArray(String[]::new),
            places.stream().map(place -> place.account().kind().name()).toArray(String[]::new),
            places.stream().map(place -> place.account().key()).toArray(String[]::new),
            places.stream().map(place -> place.currency().getCode()).toArray(String[]::new)
        };
    }
}
