package org.passerelle.backoffice.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.passerelle.kernel.OfficeId;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.TrialBalance.OfAccount;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Partner;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.ui.Chart;
import org.passerelle.ui.Chart.Column;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
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
    private final Packs packs;
    private final Clock clock;

    MonthPages(Ledger ledger, Packs packs, Clock clock) {
        this.ledger = ledger;
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
                        figures.fees().stream()
                                .map(one ->
                                        new MonthPage.Row(
                                                partner(office, one.partner()),
                                                kind(one.kind(), frame),
                                                frame.words().money(one.amount())))
                                .toList(),
                        figures.taxes().stream()
                                .map(one ->
                                        new MonthPage.Taxed(
                                                one.account().key(),
                                                frame.words().money(Month.earned(one.sum()))))
                                .toList(),
                        figures.means().stream().map(one -> held(one, frame)).toList(),
                        trend(office, month, now, currency, frame),
                        kinds(figures, frame)));
        return "backoffice/finance/month";
    }

    private static MonthPage.Held held(OfAccount one, Frame frame) {
        var words = frame.words();
        return new MonthPage.Held(
                one.account().key(),
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
                        .toList());
    }

    private List<OfAccount> accounts(
            OfficeId office, YearMonth month, CurrencyUnit currency, Kind kind) {
        return ledger.accounts(office, currency, kind, month.atDay(1), month.atEndOfMonth(), 0, ALL)
                .accounts();
    }

    private String partner(OfficeId office, String id) {
        return packs.get(office).partner(PartnerId.of(id)).map(Partner::name).orElse(id);
    }

    private static String kind(String kind, Frame frame) {
        return kind.isEmpty() ? "" : frame.word("catalogue.kind.short." + kind);
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
                            var fees =
                                    Month.of(one, books, List.of(), List.of(), List.of())
                                            .invoiced();
                            var name = frame.words().shortMonth(one);
                            return Column.of(
                                    one.equals(now) ? "bar bar--now" : "bar",
                                    name,
                                    name.substring(0, 1),
                                    whole(fees));
                        })
                        .toList();
        return new Chart(
                "trend",
                frame.word("finance.month.trend"),
                frame.word("finance.month.trend.caption", currency.getCode()),
                columns);
    }

    private static Chart kinds(Month figures, Frame frame) {
        return new Chart(
                "kinds",
                frame.word("finance.month.kinds"),
                frame.word("finance.month.kinds.caption", figures.currency().getCode()),
                figures.byKind().stream()
                        .map(one -> {
                            var name = kind(one.kind(), frame);
                            return Column.of(
                                    "bar",
                                    name,
                                    name.isEmpty() ? "" : name.substring(0, 1),
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
        file.row("section", "name", "kind", "amount", "currency");
        for (var table : tables(office, figures, frame)) {
            for (var row : table.rows()) {
                file.row(
                        table.name(),
                        row.getFirst().toString(),
                        row.size() > 2 ? row.get(1).toString() : "",
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
                                                partner(office, one.partner()),
                                                kind(one.kind(), frame),
                                                one.amount().getAmount()))
                                .toList()),
                new Table(
                        frame.word("finance.month.taxes"),
                        List.of(frame.word("finance.month.tax"), amount),
                        figures.taxes().stream()
                                .map(one ->
                                        List.<Object>of(
                                                one.account().key(),
                                                Month.earned(one.sum()).getAmount()))
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
