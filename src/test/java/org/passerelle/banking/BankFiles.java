package org.passerelle.banking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.Money;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.Means;
import org.passerelle.payment.PayoutQuery;
import org.passerelle.payment.Payouts;

/// A bank that keeps one account for tests and writes its statements.
public final class BankFiles {
    public static final String IBAN = "LU280019400644750000";

    private static final BigDecimal FIRST = new BigDecimal("1000.00");

    private record Booked(LocalDate day, BigDecimal amount, String entry) {}

    private final List<Booked> booked = new ArrayList<>();
    private int stated;
    private int references;

    /// A credit of 3.21 in the queue of an office with this account.
    public static BankMovement booked(Banking banking, OfficeId office) {
        var day = LocalDate.of(2026, 11, 3);
        var file = new BankFiles().credit(day, "3.21", "Nobody", "?").file();
        banking.take(new Actor.Product("test"), office, "f", file.getBytes(StandardCharsets.UTF_8));
        return newest(banking, office);
    }

    /// The movement that was taken in last.
    static BankMovement newest(Banking banking, OfficeId office) {
        return banking.movements(office, MovementsFound.View.ALL, 0, 10_000).movements().stream()
                .max(Comparator.comparing(BankMovement::number))
                .orElseThrow();
    }

    /// Sends that movement back, and answers the payout by which it goes.
    public static String sentBack(BankMovement movement, Banking banking, Payouts payouts) {
        banking.sendBack(new Actor.Product("test"), movement.id(), "test");
        return payouts
                .search(movement.office(), PayoutQuery.due(Means.TRANSFER), 0, 10_000)
                .stream()
                .filter(one -> one.movement().orElse("").startsWith(movement.number() + "/"))
                .map(one -> one.id().toString())
                .toList()
                .getFirst();
    }

    /// A credit with a reference of the bank's.
    public BankFiles credit(LocalDate day, String amount, String name, String text) {
        references++;
        return book(day, amount, lastReference(), name, text, "");
    }

    /// A credit that nobody gave a reference.
    BankFiles plain(LocalDate day, String amount, String text) {
        return book(day, amount, "", "", text, "");
    }

    /// The bank keeps something for itself.
    BankFiles fee(LocalDate day, String amount) {
        booked.add(
                new Booked(
                        day,
                        new BigDecimal(amount).negate(),
                        "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>"
                                        .formatted(amount)
                                + "<BookgDt><Dt>%s</Dt></BookgDt></Ntry>\n".formatted(day)));
        return this;
    }

    /// Several payments came, and the statement tells their sum only; of none, not even that.
    public BankFiles batch(LocalDate day, String amount, String reference, int payments) {
        booked.add(
                new Booked(
                        day,
                        new BigDecimal(amount),
                        "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                                        .formatted(amount)
                                + "<BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef>"
                                        .formatted(day, reference)
                                + (payments == 0
                                        ? ""
                                        : "<NtryDtls><Btch><NbOfTxs>%d</NbOfTxs></Btch></NtryDtls>"
                                                .formatted(payments))
                                + "</Ntry>\n"));
        return this;
    }

    /// A report within the day (`052`) or an advice (`054`) of one booking.
    ///
    /// @param payments each as [#payment] writes it
    public static String advice(
            String kind, LocalDate day, String amount, String reference, String... payments) {
        var report = kind.equals("052");
        var root = report ? "BkToCstmrAcctRpt" : "BkToCstmrDbtCdtNtfctn";
        var element = report ? "Rpt" : "Ntfctn";
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.%s.001.08\"><%s><GrpHdr/><%s>"
                        .formatted(kind, root, element)
                + "<Id>A</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct><Ntry>".formatted(IBAN)
                + "<Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                        .formatted(amount)
                + "<BookgDt><Dt>%s</Dt></BookgDt><AcctSvcrRef>%s</AcctSvcrRef><NtryDtls>"
                        .formatted(day, reference)
                + "<Btch><NbOfTxs>%d</NbOfTxs></Btch>".formatted(payments.length)
                + String.join("", payments)
                + "</NtryDtls></Ntry></%s></%s></Document>".formatted(element, root);
    }

    /// One payment of a booking.
    public static String payment(String amount, String name, String text) {
        return "<TxDtls><Amt Ccy=\"EUR\">%s</Amt><RltdPties><Dbtr><Nm>%s</Nm></Dbtr><DbtrAcct><Id>"
                        .formatted(amount, name)
                + "<IBAN>%s</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf>"
                        .formatted(ibanOf(name), text)
                + "</TxDtls>";
    }

    /// The bank takes the last credit back.
    public BankFiles takesBackLast(LocalDate day) {
        var last = booked.getLast();
        booked.add(
                new Booked(
                        day,
                        last.amount().negate(),
                        last.entry()
                                .replace("CRDT", "DBIT")
                                .replaceAll("Dbtr", "Cdtr")
                                .replace("<BookgDt>", "<RvslInd>true</RvslInd><BookgDt>")
                                .replace(last.day().toString(), day.toString())));
        return this;
    }

    /// Stands in texts to find this bank's movements again.
    public String name() {
        return "bank-" + Integer.toHexString(hashCode()).replaceAll("[0-9]", "x");
    }

    /// The bank makes a transfer that it was asked for.
    BankFiles pays(LocalDate day, String amount, String endToEnd) {
        booked.add(
                new Booked(
                        day,
                        new BigDecimal(amount).negate(),
                        asked("DBIT", day, amount, endToEnd, "")));
        return this;
    }

    /// The bank makes all transfers of a file in one booking, whose details it does not give.
    BankFiles paysFile(LocalDate day, String amount, String name, int transfers) {
        var batch =
                "<Btch>%s<NbOfTxs>%d</NbOfTxs></Btch>"
                        .formatted(
                                name.isEmpty() ? "" : "<PmtInfId>" + name + "</PmtInfId>",
                                transfers);
        booked.add(
                new Booked(
                        day,
                        new BigDecimal(amount).negate(),
                        "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>"
                                        .formatted(amount)
                                + "<BookgDt><Dt>%s</Dt></BookgDt><NtryDtls>%s</NtryDtls></Ntry>\n"
                                        .formatted(day, batch)));
        return this;
    }

    /// A transfer that it was asked for comes back.
    BankFiles comesBack(LocalDate day, String amount, String endToEnd) {
        var why = "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>";
        booked.add(
                new Booked(day, new BigDecimal(amount), asked("CRDT", day, amount, endToEnd, why)));
        return this;
    }

    private static String asked(
            String sign, LocalDate day, String amount, String endToEnd, String rest) {
        return "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>"
                        .formatted(amount, sign)
                + "<BookgDt><Dt>%s</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>%s"
                        .formatted(day, endToEnd)
                + "</EndToEndId></Refs>%s</TxDtls></NtryDtls></Ntry>\n".formatted(rest);
    }

    String lastReference() {
        return "REF" + hashCode() + "-" + references;
    }

    private BankFiles book(
            LocalDate day, String amount, String reference, String name, String text, String rest) {
        var entry =
                "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                                .formatted(amount)
                        + "<BookgDt><Dt>%s</Dt></BookgDt>%s<NtryDtls><TxDtls><Refs>"
                                .formatted(day, rest)
                        + "<AcctSvcrRef>%s</AcctSvcrRef></Refs><RltdPties><Dbtr><Nm>%s</Nm></Dbtr>"
                                .formatted(reference, name)
                        + "<DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct></RltdPties><RmtInf>"
                                .formatted(ibanOf(name))
                        + "<Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n".formatted(text);
        booked.add(new Booked(day, new BigDecimal(amount), entry));
        return this;
    }

    /// A Belgian account, always the same for a name.
    private static String ibanOf(String name) {
        var account = "%012d".formatted(Math.abs((long) name.hashCode()));
        var rest = new BigInteger(account + "111400").mod(BigInteger.valueOf(97)).intValue();
        return "BE%02d%s".formatted(98 - rest, account);
    }

    /// What was booked since the last statement, as one.
    public String file() {
        return part(stated, booked.size());
    }

    /// The next statement begins here.
    public void close() {
        stated = booked.size();
    }

    /// A statement of some of the bookings.
    String part(int from, int to) {
        var days = booked.subList(from, to);
        var entries = new StringBuilder();
        days.forEach(one -> entries.append(one.entry()));
        return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                + "<BkToCstmrStmt><GrpHdr/><Stmt><Id>S</Id><Acct><Id><IBAN>"
                + IBAN
                + "</IBAN></Id></Acct>"
                + balance("OPBD", after(from), days.getFirst().day())
                + balance("CLBD", after(to), days.getLast().day())
                + entries
                + "</Stmt></BkToCstmrStmt></Document>";
    }

    Money sum() {
        return Money.parse("EUR " + after(booked.size()).subtract(FIRST));
    }

    private BigDecimal after(int count) {
        return booked.subList(0, count).stream().map(Booked::amount).reduce(FIRST, BigDecimal::add);
    }

    private static String balance(String code, BigDecimal amount, LocalDate day) {
        return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt>"
                        .formatted(code, amount)
                + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>".formatted(day);
    }
}
