package org.passerelle.backoffice.finance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import org.joda.money.CurrencyUnit;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ledger.Ledger;
import org.passerelle.pack.Packs;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.springframework.stereotype.Component;

/// Which office, days and currency a page of the ledger is asked for.
@Component
class LedgerDays {
    private final Ledger ledger;
    private final Packs packs;
    private final Clock clock;

    LedgerDays(Ledger ledger, Packs packs, Clock clock) {
        this.ledger = ledger;
        this.packs = packs;
        this.clock = clock;
    }

    /// @param shown the same, as the page shows it
    record Asked(
            OfficeId office,
            CurrencyUnit currency,
            LocalDate from,
            LocalDate until,
            LedgerPage.Days shown) {}

    /// This year to this day and the office's own currency, unless others are asked for.
    Asked of(Form form, Frame frame) {
        var office = StaffOffice.of(frame);
        var today = clock.instant().atZone(frame.zone()).toLocalDate();
        var from = day(form.trimmed("from"), today.withDayOfYear(1));
        var until = day(form.trimmed("to"), today);
        var currencies = new ArrayList<>(ledger.currencies(office));
        var own = packs.get(office).office().currency();
        if (!currencies.contains(own)) {
            currencies.addFirst(own);
        }
        var currency =
                currencies.stream()
                        .filter(one -> one.getCode().equals(form.trimmed("currency")))
                        .findFirst()
                        .orElse(own);
        var query = "from=" + from + "&to=" + until + "&currency=" + currency.getCode();
        return new Asked(
                office,
                currency,
                from,
                until,
                new LedgerPage.Days(
                        from.toString(),
                        until.toString(),
                        currencies.stream()
                                .map(one ->
                                        new LedgerPage.Currency(
                                                one.getCode(), one.equals(currency)))
                                .toList(),
                        query));
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            var day = LocalDate.parse(typed);
            return day.getYear() > 0 && day.getYear() < 10_000 ? day : otherwise;
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
