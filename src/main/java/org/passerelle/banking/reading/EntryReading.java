package org.passerelle.banking.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.passerelle.banking.FileFault.Kind;
import org.passerelle.banking.Movement;
import org.passerelle.banking.Movement.BankReferences;
import org.passerelle.banking.Movement.Counterparty;
import org.passerelle.banking.domain.Advised;

/// One booking of a statement as movements: one for each payment whose amount the bank tells, when
/// those amounts together are the booking's; else one for all.
record EntryReading(Node entry, String account, Optional<LocalDate> statementDay) {

    /// The movements; none for a booking that is not yet one, or of nothing.
    List<Movement> movements() throws FileRefused {
        var amount = amount();
        return !isBooked() || amount.isZero() ? List.of() : payments(amount);
    }

    /// What it tells of a booking that a statement counts; nothing for a booking of nothing.
    Optional<Advised> advised() throws FileRefused {
        var amount = amount();
        if (amount.isZero()) {
            return Optional.empty();
        }
        var payments = payments(amount);
        var whole = payments.size() == 1 && payments.getFirst().batch();
        return Optional.of(
                new Advised(
                        account,
                        payments.getFirst().bookedOn(),
                        amount,
                        names(),
                        whole ? List.of() : payments));
    }

    private Set<String> names() {
        return Stream.of(
                        Stream.of(entry.text("AcctSvcrRef")),
                        entry.all("NtryDtls", "Btch", "PmtInfId").map(Node::text),
                        entry.all("NtryDtls", "Btch", "MsgId").map(Node::text))
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private Money amount() throws FileRefused {
        var node =
                entry.one("Amt")
                        .orElseThrow(() -> new FileRefused(Kind.MISSING, entry.line(), "Ntry/Amt"));
        return Amounts.signed(node, entry, Optional.empty());
    }

    private List<Movement> payments(Money amount) throws FileRefused {
        var details = entry.all("NtryDtls", "TxDtls").toList();
        var parts = parts(details, amount);
        var movements = new ArrayList<Movement>();
        if (parts.isEmpty()) {
            // One detail of a booking for 86 payments is not the payer of all of them.
            var several = details.size() > 1 || announced() > 1;
            var only = details.size() == 1 && !several ? details.getFirst() : null;
            movements.add(movement(Optional.ofNullable(only), details, amount, several));
        } else {
            for (var i = 0; i < parts.size(); i++) {
                movements.add(
                        movement(Optional.of(details.get(i)), List.of(), parts.get(i), false));
            }
        }
        return movements;
    }

    private boolean isBooked() {
        var status = entry.text("Sts").isEmpty() ? entry.text("Sts", "Cd") : entry.text("Sts");
        return status.isEmpty() || status.equals("BOOK");
    }

    private int announced() {
        return entry.all("NtryDtls", "Btch", "NbOfTxs")
                .map(Node::text)
                .filter(number -> number.matches("[0-9]{1,9}"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /// The amounts of the details; none when there is but one detail, one has no amount in the
    /// booking's currency, or they are not the booking's sum.
    private static List<Money> parts(List<Node> details, Money booked) throws FileRefused {
        if (details.size() < 2) {
            return List.of();
        }
        var parts = new ArrayList<Money>();
        for (var detail : details) {
            var amount =
                    Stream.of(detail.one("Amt"), detail.one("AmtDtls", "TxAmt", "Amt"))
                            .flatMap(Optional::stream)
                            .filter(node ->
                                    node.currency().equals(booked.getCurrencyUnit().getCode()))
                            .findFirst();
            if (amount.isEmpty()) {
                return List.of();
            }
            parts.add(Amounts.signed(amount.get(), detail, Optional.of(booked.isPositive())));
        }
        var sum = parts.stream().reduce(Money.zero(booked.getCurrencyUnit()), Money::plus);
        var none = parts.stream().anyMatch(Money::isZero);
        return sum.equals(booked) && !none ? parts : List.of();
    }

    private Movement movement(
            Optional<Node> detail, List<Node> besides, Money amount, boolean batch)
            throws FileRefused {
        var valuedOn = Amounts.day(entry.one("ValDt"));
        var settled = Amounts.day(entry.one("NtryDtls", "TxDtls", "RltdDts", "IntrBkSttlmDt"));
        var bookedOn =
                Amounts.day(entry.one("BookgDt"))
                        .or(() -> valuedOn)
                        .or(() -> settled)
                        .or(() -> statementDay)
                        .orElseThrow(
                                () -> new FileRefused(Kind.MISSING, entry.line(), "Ntry/BookgDt"));
        var returned = detail.flatMap(node -> node.one("RtrInf"));
        return new Movement(
                bookedOn,
                valuedOn,
                amount,
                detail.map(node -> counterparty(node, amount.isPositive()))
                        .orElse(Counterparty.UNKNOWN),
                references(detail, amount.isNegative()),
                detail.map(EntryReading::structured).orElseGet(List::of),
                text(detail, besides),
                entry.text("RvslInd").equals("true") || entry.text("RvslInd").equals("1"),
                returned.map(EntryReading::reason),
                batch,
                charges(detail));
    }

    /// @param ours money of the office: where no transfer is named, the file may be by which the
    ///   office asked for it
    private BankReferences references(Optional<Node> detail, boolean ours) {
        var servicer = detail.map(node -> node.text("Refs", "AcctSvcrRef")).orElse("");
        var named = detail.map(node -> node.text("Refs", "EndToEndId")).orElse("");
        return new BankReferences(
                servicer.isEmpty() ? entry.text("AcctSvcrRef") : servicer,
                detail.map(node -> node.text("Refs", "TxId")).orElse(""),
                ours && named.isEmpty() ? file() : named);
    }

    private String file() {
        return Stream.of(
                        entry.all("NtryDtls", "Btch", "PmtInfId"),
                        entry.all("NtryDtls", "TxDtls", "Refs", "PmtInfId"),
                        entry.all("NtryDtls", "Btch", "MsgId"),
                        entry.all("NtryDtls", "TxDtls", "Refs", "MsgId"))
                .flatMap(nodes -> nodes)
                .map(Node::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private Counterparty counterparty(Node detail, boolean credit) {
        var party = party(detail, credit ? "Dbtr" : "Cdtr");
        // In a transfer that came back, the parties are those of the first way.
        return !party.account().isEmpty() && party.account().equals(account)
                ? party(detail, credit ? "Cdtr" : "Dbtr")
                : party;
    }

    private static Counterparty party(Node detail, String role) {
        var parties = detail.one("RltdPties");
        var name =
                parties.stream()
                        .flatMap(node ->
                                Stream.of(
                                        node.text(role, "Nm"),
                                        node.text(role, "Pty", "Nm"),
                                        node.text("Ultmt" + role, "Nm"),
                                        node.text("Ultmt" + role, "Pty", "Nm")))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        var account = parties.map(node -> account(node.one(role + "Acct"))).orElse("");
        var agent = detail.one("RltdAgts", role + "Agt", "FinInstnId");
        var bic = agent.map(node -> node.text("BICFI")).orElse("");
        return new Counterparty(
                name,
                account,
                bic.isEmpty() ? agent.map(node -> node.text("BIC")).orElse("") : bic);
    }

    /// An IBAN, or how else an account is named, without blanks.
    static String account(Optional<Node> account) {
        var iban = account.map(node -> node.text("Id", "IBAN")).orElse("");
        var other = account.map(node -> node.text("Id", "Othr", "Id")).orElse("");
        return (iban.isEmpty() ? other : iban).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static List<String> structured(Node detail) {
        return detail.all("RmtInf", "Strd", "CdtrRefInf", "Ref")
                .map(node -> node.text().replaceAll("\\s", ""))
                .filter(reference -> !reference.isEmpty())
                .distinct()
                .toList();
    }

    private static String reason(Node returned) {
        var code = returned.text("Rsn", "Cd");
        return code.isEmpty() ? returned.text("Rsn", "Prtry") : code;
    }

    private String text(Optional<Node> detail, List<Node> besides) {
        var written =
                Stream.concat(detail.stream(), besides.stream())
                        .flatMap(node ->
                                Stream.of(
                                                node.all("RmtInf", "Ustrd"),
                                                node.all("RmtInf", "Strd", "AddtlRmtInf"),
                                                node.all("RmtInf", "Strd", "RfrdDocInf", "Nb"),
                                                node.all("AddtlTxInf"))
                                        .flatMap(nodes -> nodes));
        var added = entry.all("AddtlNtryInf");
        return Stream.concat(written, added)
                .map(Node::text)
                .filter(text -> !text.isEmpty() && !text.equals("NOTPROVIDED"))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private Optional<Money> charges(Optional<Node> detail) throws FileRefused {
        for (var node : Stream.concat(detail.stream(), Stream.of(entry)).toList()) {
            for (var charge :
                    Stream.of(
                                    node.one("Chrgs", "TtlChrgsAndTaxAmt"),
                                    node.one("Chrgs", "Rcrd", "Amt"),
                                    node.one("Chrgs", "Amt"))
                            .flatMap(Optional::stream)
                            .toList()) {
                return Optional.of(Amounts.amount(charge)).filter(Money::isPositive);
            }
        }
        return Optional.empty();
    }
}
