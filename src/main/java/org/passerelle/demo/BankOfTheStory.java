package org.passerelle.demo;

import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.passerelle.banking.Banking;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.payment.Means;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.Payments;
import org.springframework.stereotype.Component;

/// The bank of an office of the story: a statement with all that was paid, and some payments that
/// need a decision (PAY-02). Nothing in it changes an order by itself.
@Component
class BankOfTheStory {
    private static final Actor DEMO = new Actor.Product("demo");
    private static final int MOST = 500;

    private final Payments payments;
    private final Banking banking;
    private final Organisations organisations;
    private final Packs packs;
    private final Clock clock;

    BankOfTheStory(
            Payments payments,
            Banking banking,
            Organisations organisations,
            Packs packs,
            Clock clock) {
        this.payments = payments;
        this.banking = banking;
        this.organisations = organisations;
        this.packs = packs;
        this.clock = clock;
    }

    private record Line(
            LocalDate day,
            Money amount,
            String reference,
            String name,
            String account,
            String text) {}

    /// Imports the statement.
    void state(OfficeId office) {
        var pack = packs.get(office).office();
        var today = clock.instant().atZone(pack.zone()).toLocalDate();
        var query = new PayableQuery(PayableQuery.View.ALL, "", Set.of());
        var payables = payments.search(office, query, 0, MOST).payables();
        var lines = new ArrayList<Line>();
        for (var payable : payables) {
            for (var receipt : payable.receipts()) {
                if (receipt.means() != Means.TRANSFER) {
                    continue; // a cheque in hand is on no statement
                }
                lines.add(
                        new Line(
                                receipt.on(),
                                receipt.amount(),
                                receipt.bankReference(),
                                name(payable),
                                StoryIban.of(payable.organisation()),
                                payable.communication().toString()));
            }
        }
        lines.addAll(
                pack.payment().takes(Office.Payment.Means.TRANSFER)
                        ? doubtful(payables, today)
                        : deposits(payables, today));
        if (lines.isEmpty()) {
            return;
        }
        lines.sort(Comparator.comparing(Line::day));
        var account = pack.payment().account().replace(" ", "");
        banking.take(
                DEMO,
                office,
                office + "-" + today + ".xml",
                file(account, lines, today).getBytes(StandardCharsets.UTF_8));
    }

    /// A name with letters changed about, a wrong digit, a part, too much, a second time, and money
    /// that nobody knows.
    private List<Line> doubtful(List<Payable> payables, LocalDate today) {
        var awaited = payables.stream().filter(one -> one.missing().isPositive()).toList();
        var paid =
                payables.stream()
                        .filter(one -> one.state() == Payable.State.SETTLED)
                        .filter(one -> one.amount().isPositive())
                        .toList();
        var lines = new ArrayList<Line>();
        for (var i = 0; i < Math.min(4, awaited.size()); i++) {
            var one = awaited.get(i);
            var missing = one.missing();
            lines.add(
                    switch (i) {
                        case 0 -> line(today, missing, misspelt(name(one)), "Commande logiciels");
                        case 1 -> line(today, missing, "Trésorerie", misspelt(one));
                        case 2 -> line(today, missing.plus(5), name(one), "Order " + number(one));
                        default ->
                                line(
                                        today,
                                        missing.dividedBy(2, RoundingMode.HALF_UP),
                                        name(one),
                                        "acompte");
                    });
        }
        paid.stream()
                .findFirst()
                .ifPresent(one ->
                        lines.add(
                                line(
                                        today,
                                        one.amount(),
                                        name(one),
                                        one.communication().toString())));
        gift(payables)
                .ifPresent(sum ->
                        lines.add(
                                new Line(
                                        today,
                                        sum,
                                        "",
                                        "J. Martin",
                                        StoryIban.of(new OrganisationId(new UUID(1, 1))),
                                        "Merci !")));
        return lines;
    }

    /// What comes to an office to which nobody transfers: money from PayPal, the cheques that were
    /// deposited, and a gift.
    private static List<Line> deposits(List<Payable> payables, LocalDate today) {
        var lines = new ArrayList<Line>();
        received(payables, Set.of(Means.CARD, Means.PAYPAL))
                .map(sum -> sum.dividedBy(2, RoundingMode.DOWN)) // fees and refunds stay there
                .ifPresent(sum -> lines.add(line(today, sum, "PayPal", "Transfer from PayPal")));
        received(payables, Set.of(Means.CHEQUE))
                .ifPresent(sum -> lines.add(line(today, sum, "", "Deposit of cheques")));
        gift(payables).ifPresent(sum -> lines.add(line(today, sum, "J. Martin", "Merci !")));
        return lines;
    }

    private static Optional<Money> received(List<Payable> payables, Set<Means> means) {
        return payables.stream()
                .flatMap(one -> one.receipts().stream())
                .filter(one -> means.contains(one.means()))
                .map(Payable.Receipt::amount)
                .reduce(Money::plus);
    }

    private static Optional<Money> gift(List<Payable> payables) {
        return payables.stream()
                .findFirst()
                .map(one -> Money.of(one.amount().getCurrencyUnit(), 25));
    }

    private static Line line(LocalDate day, Money amount, String name, String text) {
        return new Line(day, amount, "", name, "", text);
    }

    private String name(Payable payable) {
        return organisations
                .names(List.of(payable.organisation()))
                .getOrDefault(payable.organisation(), "");
    }

    private static String number(Payable payable) {
        return payable.ref().number().replaceFirst(".*/", "");
    }

    private static String misspelt(String name) {
        var at = name.length() / 2;
        return name.substring(0, at) + name.substring(Math.min(name.length(), at + 1));
    }

    private static String misspelt(Payable payable) {
        var digits = payable.communication().digits();
        var other = (digits.charAt(7) - '0' + 1) % 10;
        return digits.substring(0, 7) + other + digits.substring(8);
    }

    private static String file(String account, List<Line> lines, LocalDate today) {
        var currency = lines.getFirst().amount().getCurrencyUnit();
        var opening = Money.of(currency, 12_500);
        var closing = opening;
        var entries = new StringBuilder();
        for (var line : lines) {
            closing = closing.plus(line.amount());
            entries.append(entry(line));
        }
        return """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
        <BkToCstmrStmt><GrpHdr><MsgId>DEMO</MsgId></GrpHdr>
        <Stmt><Id>DEMO</Id><Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>
        %s%s%s</Stmt></BkToCstmrStmt></Document>
        """
                .formatted(
                        account,
                        balance("OPBD", opening, lines.getFirst().day()),
                        balance("CLBD", closing, today),
                        entries);
    }

    private static String balance(String code, Money amount, LocalDate day) {
        return """
        <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="%s">%s</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
        """
                .formatted(code, amount.getCurrencyUnit(), amount.getAmount(), day);
    }

    private static String entry(Line line) {
        return """
        <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>%s</Dt></BookgDt><NtryDtls><TxDtls>
        <Refs><AcctSvcrRef>%s</AcctSvcrRef></Refs>
        <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr>%s</RltdPties>
        <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """
                .formatted(
                        line.amount().getCurrencyUnit(),
                        line.amount().getAmount(),
                        line.day(),
                        escaped(line.reference()),
                        escaped(line.name()),
                        line.account().isEmpty()
                                ? ""
                                : "<DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct>"
                                        .formatted(line.account()),
                        escaped(line.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
