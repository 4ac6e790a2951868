package org.passerelle.backoffice.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.backoffice.CsvFile;
import org.passerelle.backoffice.SheetFile;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.invoicing.TaxTotal;
import org.passerelle.invoicing.TaxTotals;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.TrialBalance.OfAccount;
import org.passerelle.pack.Packs;
import org.passerelle.tax.TaxCategory;
import org.passerelle.ui.Chart;
import org.passerelle.ui.Chart.Column;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.words.Words;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// One month of an office's money: fees by partner and kind, taxes, what came, what goes back, what
/// is open; as a page, as CSV and as a workbook (PAY-05, INV-01).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class MonthPages {
    private static final int MONTHS = 12;

    /// More accounts of one kind than an office has.
    private static final int ALL = 10_000;

    private final Ledger ledger;
    private final TaxTotals taxTotals;
    private final MonthClosing closing;
    private final FinanceNames names;
    private final LedgerWords accounts;
    private final Packs packs;
    private final Clock clock;

    MonthPages(
            Ledger ledger,
            TaxTotals taxTotals,
            MonthClosing closing,
            FinanceNames names,
            LedgerWords accounts,
            Packs packs,
            Clock clock) {
        this.ledger = ledger;
        this.taxTotals = taxTotals;
        this.closing = closing;
        this.names = names;
        this.accounts = accounts;
        this.packs = packs;
        this.clock = clock;
    }

    @GetMapping("/staff/finance")
    String month(Form form, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var month = asked(form, frame);
        var currency = currency(form, office);
        var figures = read(office, month, currency);
        var now = YearMonth.from(clock.instant().atZone(frame.zone()));
        model.addAttribute(
                "page",
                new MonthPage(
                        figures,
                        frame.words().month(month),
                        address(month.minusMonths(1), currency),
                        Optional.of(month.plusMonths(1))
                                .filter(next -> !next.isAfter(now))
                                .map(next -> address(next, currency)),
                        "?month=" + month + "&currency=" + currency.getCode(),
                        currencies(office, currency).stream()
                                .map(one ->
                                        new MonthPage.Choice(
                                                one.getCode(),
                                                address(month, one),
                                                one.equals(currency)))
                                .toList(),
                        currency.equals(packs.get(office).office().currency())
                                ? closing.of(office, figures, frame)
                                : List.of(),
                        figures.fees().stream()
                                .map(one ->
                                        new MonthPage.Row(
                                                names.partner(office, one.partner()),
                                                names.kind(one.kind(), frame.words()),
                                                frame.words().money(one.amount())))
                                .toList(),
                        taxes(office, figures, frame.words()).stream()
                                .map(one ->
                                        new MonthPage.Taxed(
                                                one.name(),
                                                one.base().map(frame.words()::money).orElse("–"),
                                                frame.words().money(one.amount())))
                                .toList(),
                        figures.means().stream().map(one -> held(office, one, frame)).toList(),
                        trend(office, month, now, currency, frame),
                        kinds(figures, frame)));
        return "backoffice/finance/month";
    }

    private MonthPage.Held held(OfficeId office, OfAccount one, Frame frame) {
        var words = frame.words();
        return new MonthPage.Held(
                accounts.name(office, one.account(), words),
                words.money(one.sum().opening()),
                words.money(one.sum().debit()),
                words.money(one.sum().credit()),
                words.money(one.sum().closing()));
    }

    /// A month typed as `2026-11`; anything else is the one that runs.
    private YearMonth asked(Form form, Frame frame) {
        try {
            return YearMonth.parse(form.trimmed("month"));
        } catch (DateTimeParseException e) {
            return YearMonth.from(clock.instant().atZone(frame.zone()));
        }
    }

    private CurrencyUnit currency(Form form, OfficeId office) {
        var own = packs.get(office).office().currency();
        return currencies(office, own).stream()
                .filter(one -> one.getCode().equals(form.trimmed("currency")))
                .findFirst()
                .orElse(own);
    }

    private List<CurrencyUnit> currencies(OfficeId office, CurrencyUnit always) {
        var all = new ArrayList<>(ledger.currencies(office));
        if (!all.contains(always)) {
            all.addFirst(always);
        }
        return all;
    }

    private static String address(YearMonth month, CurrencyUnit currency) {
        return "/staff/finance?month=" + month + "&currency=" + currency.getCode();
    }

    private Month read(OfficeId office, YearMonth month, CurrencyUnit currency) {
        return Month.of(
                month,
                ledger.trialBalance(office, currency, month.atDay(1), month.atEndOfMonth()),
                accounts(office, month, currency, Kind.FEES),
                accounts(office, month, currency, Kind.TAX),
                Month.holding()
                        .flatMap(kind -> accounts(office, month, currency, kind).stream())
                        .toList(),
                returned(office, month, currency));
    }

    private Money returned(OfficeId office, YearMonth month, CurrencyUnit currency) {
        var moved =
                ledger.byCause(
                        office, currency, Kind.PAYOUTS, month.atDay(1), month.atEndOfMonth());
        return Stream.of("payout-sent", "payout-returned")
                .map(cause -> moved.getOrDefault(cause, Money.zero(currency)))
                .reduce(Money.zero(currency), Money::plus);
    }

    private List<OfAccount> accounts(
            OfficeId office, YearMonth month, CurrencyUnit currency, Kind kind) {
        return ledger.accounts(office, currency, kind, month.atDay(1), month.atEndOfMonth(), 0, ALL)
                .accounts();
    }

    /// @param base empty for what stands in the books without an invoice
    private record Taxed(String name, Optional<Money> base, Money amount) {}

    /// Taxes by rate as the documents bear them; what the books hold beside these has rows of its
    /// own, so that the sum is always that of the books.
    private List<Taxed> taxes(OfficeId office, Month figures, Words words) {
        var month = figures.month();
        var issued =
                taxTotals.issued(office, figures.currency(), month.atDay(1), month.atEndOfMonth());
        var rows = new ArrayList<Taxed>();
        for (var one : issued) {
            var name =
                    one.category() == TaxCategory.STANDARD
                            ? names.tax(office, one.code(), one.percent(), words)
                            : names.tax(office, one.code(), words)
                                    + " · "
                                    + words.get("finance.month.tax." + one.category().code());
            rows.add(new Taxed(name, Optional.of(one.net()), one.tax()));
        }
        for (var account : figures.taxes()) {
            var code = account.account().key();
            var rest =
                    issued.stream()
                            .filter(one -> one.code().equals(code))
                            .map(TaxTotal::tax)
                            .reduce(Month.earned(account.sum()), Money::minus);
            if (!rest.isZero()) {
                rows.add(new Taxed(names.tax(office, code, words), Optional.empty(), rest));
            }
        }
        return rows;
    }

    /// The fees of twelve months, the asked one last.
    private Chart trend(
            OfficeId office, YearMonth month, YearMonth now, CurrencyUnit currency, Frame frame) {
        var columns =
                IntStream.rangeClosed(1 - MONTHS, 0)
                        .mapToObj(month::plusMonths)
                        .map(one -> {
                            var books =
                                    ledger.trialBalance(
                                            office, currency, one.atDay(1), one.atEndOfMonth());
                            var name = frame.words().shortMonth(one);
                            return Column.of(
                                    one.equals(now) ? "bar bar--now" : "bar",
                                    name,
                                    name.substring(0, 1),
                                    whole(Month.invoiced(books)));
                        })
                        .toList();
        return new Chart(
                "trend",
                frame.word("finance.month.trend"),
                frame.word("finance.month.trend.caption", currency.getCode()),
                columns);
    }

    private Chart kinds(Month figures, Frame frame) {
        return new Chart(
                "kinds",
                frame.word("finance.month.kinds"),
                frame.word("finance.month.kinds.caption", figures.currency().getCode()),
                figures.byKind().stream()
                        .map(one -> {
                            var name = names.kind(one.kind(), frame.words());
                            return Column.of(
                                    "bar",
                                    name,
                                    // Few columns: whole names have room on a phone, too.
                                    name,
                                    whole(one.amount()));
                        })
                        .toList());
    }

    /// In whole units of the currency; nothing below zero is drawn.
    private static long whole(Money amount) {
        return Math.max(0, amount.getAmount().setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /// Every figure of the month in one table.
    @GetMapping("/staff/finance/month.csv")
    void csv(Form form, Frame frame, HttpServletResponse response) throws IOException {
        var office = StaffOffice.of(frame);
        var figures = read(office, asked(form, frame), currency(form, office));
        var file = new CsvFile(response, name(office, figures) + ".csv");
        file.row("section", "name", "kind", "base", "amount", "currency");
        for (var table : tables(office, figures, frame)) {
            for (var row : table.rows()) {
                file.row(
                        table.name(),
                        row.getFirst().toString(),
                        row.size() > 2 && row.get(1) instanceof String kind ? kind : "",
                        row.get(1) instanceof BigDecimal base && row.size() > 2
                                ? base.toString()
                                : "",
                        row.getLast().toString(),
                        figures.currency().getCode());
            }
        }
    }

    /// The same as a workbook, a sheet for each table.
    @GetMapping("/staff/finance/month.xlsx")
    void workbook(Form form, Frame frame, HttpServletResponse response) throws IOException {
        var office = StaffOffice.of(frame);
        var figures = read(office, asked(form, frame), currency(form, office));
        try (var file = new SheetFile(response, name(office, figures) + ".xlsx")) {
            for (var table : tables(office, figures, frame)) {
                file.sheet(table.name(), table.heads(), table.rows());
            }
        }
    }

    private static String name(OfficeId office, Month figures) {
        return office + "-" + figures.month() + "-" + figures.currency().getCode();
    }

    /// @param rows the last cell is the amount
    private record Table(String name, List<String> heads, List<List<Object>> rows) {}

    private List<Table> tables(OfficeId office, Month figures, Frame frame) {
        var amount = frame.word("finance.month.amount");
        var what = frame.word("finance.month.what");
        return List.of(
                new Table(
                        frame.word("finance.month.figures"),
                        List.of(what, amount),
                        MonthPage.figures(figures).stream()
                                .map(one ->
                                        List.<Object>of(
                                                frame.word("finance.month." + one.name()),
                                                one.amount().getAmount()))
                                .toList()),
                new Table(
                        frame.word("finance.month.fees"),
                        List.of(
                                frame.word("finance.month.partner"),
                                frame.word("finance.month.kind"),
                                amount),
                        figures.fees().stream()
                                .map(one ->
                                        List.<Object>of(
                                                names.partner(office, one.partner()),
                                                names.kind(one.kind(), frame.words()),
                                                one.amount().getAmount()))
                                .toList()),
                new Table(
                        frame.word("finance.month.taxes"),
                        List.of(
                                frame.word("finance.month.tax"),
                                frame.word("finance.month.base"),
                                amount),
                        taxes(office, figures, frame.words()).stream()
                                .map(one ->
                                        List.<Object>of(
                                                one.name(),
                                                one.base().<Object>map(Money::getAmount).orElse(""),
                                                one.amount().getAmount()))
                                .toList()),
                new Table(
                        frame.word("finance.month.means"),
                        List.of(frame.word("finance.month.account"), what, amount),
                        figures.means().stream().flatMap(one -> moves(one, frame)).toList()));
    }

    private static Stream<List<Object>> moves(OfAccount one, Frame frame) {
        var sum = one.sum();
        return Stream.of(
                List.of(
                        one.account().key(),
                        frame.word("finance.month.opening"),
                        sum.opening().getAmount()),
                List.of(
                        one.account().key(),
                        frame.word("finance.month.in"),
                        sum.debit().getAmount()),
                List.of(
                        one.account().key(),
                        frame.word("finance.month.out"),
                        sum.credit().getAmount()),
                List.of(
                        one.account().key(),
                        frame.word("finance.month.closing"),
                        sum.closing().getAmount()));
    }
}
