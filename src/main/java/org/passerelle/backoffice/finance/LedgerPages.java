package org.passerelle.backoffice.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.backoffice.CsvFile;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.finance.LedgerDays.Asked;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ledger.Account;
import org.passerelle.ledger.Account.Kind;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Statement;
import org.passerelle.ledger.TrialBalance;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Why;
import org.passerelle.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The books of an office, from the trial balance down to the document of each line (PAY-05).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class LedgerPages {
    private static final int LINES = 50;

    /// So many rows are read at once for a file.
    private static final int ROWS = 2_000;

    private final Ledger ledger;
    private final LedgerDays days;
    private final LedgerWords names;

    LedgerPages(Ledger ledger, LedgerDays days, LedgerWords names) {
        this.ledger = ledger;
        this.days = days;
        this.names = names;
    }

    @GetMapping("/staff/ledger")
    String trial(Form form, Frame frame, Model model) {
        var asked = days.of(form, frame);
        var words = frame.words();
        var books =
                ledger.trialBalance(asked.office(), asked.currency(), asked.from(), asked.until());
        var sums =
                books.kinds().stream()
                        .map(one ->
                                sum(
                                        words.get("ledger.kind." + one.kind()),
                                        "/staff/ledger/accounts?kind="
                                                + one.kind()
                                                + "&"
                                                + asked.shown().query(),
                                        words.get("ledger.kind." + one.kind() + ".hint"),
                                        one.sum(),
                                        words))
                        .toList();
        var all = books.all();
        model.addAttribute(
                "page",
                new LedgerPage.Trial(
                        asked.shown(),
                        sums,
                        sum(words.get("ledger.sum"), "", "", all, words),
                        all.opening().isZero() && all.closing().isZero()));
        return "backoffice/finance/ledger";
    }

    private static LedgerPage.Sum sum(
            String name, String path, String hint, TrialBalance.Sum sum, Words words) {
        return new LedgerPage.Sum(
                name,
                path,
                hint,
                words.money(sum.opening()),
                words.money(sum.debit()),
                words.money(sum.credit()),
                words.money(sum.closing()));
    }

    @GetMapping("/staff/ledger/accounts")
    String accounts(Form form, Frame frame, Model model) {
        var asked = days.of(form, frame);
        var words = frame.words();
        var kind = kind(form);
        var paging = Paging.of(form, LINES);
        var found =
                ledger.accounts(
                        asked.office(),
                        asked.currency(),
                        kind,
                        asked.from(),
                        asked.until(),
                        paging.from(),
                        paging.size());
        var called =
                names.names(
                        asked.office(),
                        found.accounts().stream().map(TrialBalance.OfAccount::account).toList(),
                        words);
        model.addAttribute(
                "page",
                new LedgerPage.Accounts(
                        asked.shown(),
                        words.get("ledger.kind." + kind),
                        words.get("ledger.kind." + kind + ".hint"),
                        found.accounts().stream()
                                .map(one ->
                                        sum(
                                                called.getOrDefault(
                                                        one.account(), one.account().key()),
                                                path(one.account(), asked),
                                                "",
                                                one.sum(),
                                                words))
                                .toList(),
                        paging.pager(frame, found.total())));
        return "backoffice/finance/ledger-accounts";
    }

    private static Kind kind(Form form) {
        return Stream.of(Kind.values())
                .filter(one -> one.name().equals(form.trimmed("kind")))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Account account(Form form) {
        var key = form.trimmed("key");
        if (key.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Account(kind(form), key);
    }

    private static String path(Account account, Asked asked) {
        return "/staff/ledger/account?kind="
                + account.kind()
                + "&key="
                + URLEncoder.encode(account.key(), StandardCharsets.UTF_8)
                + "&"
                + asked.shown().query();
    }

    @GetMapping("/staff/ledger/account")
    String account(Form form, Frame frame, Model model) {
        var asked = days.of(form, frame);
        var words = frame.words();
        var account = account(form);
        var paging = Paging.of(form, LINES);
        var statement = read(asked, account, paging.from(), paging.size());
        var others =
                names.names(
                        asked.office(),
                        statement.lines().stream()
                                .flatMap(line -> line.organisation().stream())
                                .map(Account::customer)
                                .toList(),
                        words);
        model.addAttribute(
                "page",
                new LedgerPage.Statement(
                        asked.shown(),
                        account.kind().name(),
                        account.key(),
                        words.get("ledger.kind." + account.kind()),
                        names.name(asked.office(), account, words),
                        words.money(statement.opening()),
                        words.money(statement.closing()),
                        statement.lines().stream()
                                .map(line ->
                                        line(
                                                asked,
                                                line,
                                                line.organisation()
                                                        .filter(it -> !isOf(account, it))
                                                        .map(it ->
                                                                new Why.Link(
                                                                        others.getOrDefault(
                                                                                Account.customer(
                                                                                        it),
                                                                                it.toString()),
                                                                        of(it, asked))),
                                                frame))
                                .toList(),
                        paging.pager(frame, statement.total())));
        return "backoffice/finance/ledger-account";
    }

    private static boolean isOf(Account account, OrganisationId organisation) {
        return account.key().equals(organisation.toString());
    }

    private static String of(OrganisationId organisation, Asked asked) {
        return "/staff/ledger/organisations/" + organisation + "?" + asked.shown().query();
    }

    private Statement read(Asked asked, Account account, int offset, int size) {
        return ledger.statement(
                asked.office(),
                account,
                asked.currency(),
                asked.from(),
                asked.until(),
                offset,
                size);
    }

    private LedgerPage.Line line(
            Asked asked, Statement.Line line, Optional<Why.Link> who, Frame frame) {
        var words = frame.words();
        return new LedgerPage.Line(
                words.date(line.on()),
                LedgerWords.happened(line.cause(), words),
                LedgerWords.reference(line.cause()),
                names.document(asked.office(), line.cause(), line.about(), words),
                who,
                debit(line.amount(), words),
                credit(line.amount(), words),
                words.money(line.balance()));
    }

    private static String debit(Money amount, Words words) {
        return amount.isPositive() ? words.money(amount) : "";
    }

    private static String credit(Money amount, Words words) {
        return amount.isNegative() ? words.money(amount.negated()) : "";
    }

    @GetMapping("/staff/ledger/organisations/{id}")
    String organisation(@PathVariable OrganisationId id, Form form, Frame frame, Model model) {
        var asked = days.of(form, frame);
        var words = frame.words();
        var entries =
                ledger.entries(id, asked.from(), asked.until()).stream()
                        .filter(one -> one.posting().office().equals(asked.office()))
                        .filter(one -> one.posting().currency().equals(asked.currency()))
                        .toList();
        model.addAttribute(
                "page",
                new LedgerPage.Organisation(
                        id.toString(),
                        names.name(asked.office(), Account.customer(id), words),
                        asked.shown(),
                        List.of(
                                figure("owes", Account.customer(id), asked, words),
                                figure("ordered", Account.ordered(id), asked, words)),
                        entries.stream().map(one -> entry(one, asked, words)).toList()));
        return "backoffice/finance/ledger-organisation";
    }

    /// What is ordered is a credit: shown without its sign.
    private LedgerPage.Figure figure(String name, Account account, Asked asked, Words words) {
        var balance = ledger.balance(asked.office(), account, asked.currency(), asked.until());
        return new LedgerPage.Figure(
                words.get("ledger.organisation." + name),
                words.money(account.kind() == Kind.ORDERED ? balance.negated() : balance));
    }

    private LedgerPage.Entry entry(Entry entry, Asked asked, Words words) {
        var posting = entry.posting();
        return new LedgerPage.Entry(
                words.date(posting.on()),
                LedgerWords.happened(posting.cause(), words),
                LedgerWords.reference(posting.cause()),
                names.document(asked.office(), posting.cause(), posting.about(), words),
                posting.lines().stream()
                        .map(side ->
                                new LedgerPage.Side(
                                        words.get("ledger.kind." + side.account().kind()),
                                        path(side.account(), asked),
                                        debit(side.amount(), words),
                                        credit(side.amount(), words)))
                        .toList());
    }

    /// Every account with its sums.
    @GetMapping("/staff/ledger/accounts.csv")
    void accountsFile(Form form, Frame frame, HttpServletResponse response) throws IOException {
        var asked = days.of(form, frame);
        var file = new CsvFile(response, name("accounts", asked));
        file.row("kind", "key", "opening", "debit", "credit", "closing", "currency");
        for (var kind : Kind.values()) {
            for (var offset = 0; ; offset += ROWS) {
                var some =
                        ledger.accounts(
                                        asked.office(),
                                        asked.currency(),
                                        kind,
                                        asked.from(),
                                        asked.until(),
                                        offset,
                                        ROWS)
                                .accounts();
                for (var one : some) {
                    file.row(
                            kind.name(),
                            one.account().key(),
                            plain(one.sum().opening()),
                            plain(one.sum().debit()),
                            plain(one.sum().credit()),
                            plain(one.sum().closing()),
                            asked.currency().getCode());
                }
                if (some.size() < ROWS) {
                    break;
                }
            }
        }
    }

    /// Every line of an account with the balance after it.
    @GetMapping("/staff/ledger/account.csv")
    void accountFile(Form form, Frame frame, HttpServletResponse response) throws IOException {
        var asked = days.of(form, frame);
        var account = account(form);
        var file = new CsvFile(response, name(account.kind().name(), asked));
        file.row(
                "day", "cause", "key", "document", "organisation", "amount", "balance", "currency");
        for (var offset = 0; ; offset += ROWS) {
            var some = read(asked, account, offset, ROWS).lines();
            for (var line : some) {
                file.row(
                        line.on().toString(),
                        line.cause().kind(),
                        line.cause().key(),
                        line.about(),
                        line.organisation().map(OrganisationId::toString).orElse(""),
                        plain(line.amount()),
                        plain(line.balance()),
                        asked.currency().getCode());
            }
            if (some.size() < ROWS) {
                break;
            }
        }
    }

    private static String name(String what, Asked asked) {
        return asked.office()
                + "-"
                + what.toLowerCase(Locale.ROOT)
                + "-"
                + asked.from()
                + "-"
                + asked.until()
                + ".csv";
    }

    private static String plain(Money amount) {
        return amount.getAmount().toPlainString();
    }
}
