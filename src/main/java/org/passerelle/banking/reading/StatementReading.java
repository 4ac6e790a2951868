package org.passerelle.banking.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.banking.FileFault.Kind;
import org.passerelle.banking.Movement;
import org.passerelle.banking.domain.Statement;

/// Reads one `Stmt`: a statement for each currency in it, each of which must reconcile.
final class StatementReading {
    private static final List<String> OPENING = List.of("OPBD", "PRCD");
    private static final List<String> CLOSING = List.of("CLBD");

    private String account = "";
    private String accountCurrency = "";
    private String id = "";
    private OptionalLong number = OptionalLong.empty();
    private OptionalLong legalNumber = OptionalLong.empty();
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();
    private Optional<LocalDate> created = Optional.empty();
    private final Map<String, Balance> balances = new LinkedHashMap<>();
    private final Map<CurrencyUnit, List<Movement>> movements = new LinkedHashMap<>();
    private final List<Node> waiting = new ArrayList<>();
    private int entries;
    private int line;

    private record Balance(String code, Money amount, Optional<LocalDate> on) {}

    int entries() {
        return entries;
    }

    /// Reads from the start of the element to its end, one part after the other.
    void read(XMLStreamReader xml) throws XMLStreamException, FileRefused {
        line = xml.getLocation().getLineNumber();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                take(Node.read(xml));
            }
        }
        if (account.isEmpty()) {
            throw new FileRefused(Kind.MISSING, line, "Acct/Id");
        }
    }

    private void take(Node node) throws FileRefused {
        switch (node.name()) {
            case "Id" -> id = node.text();
            case "ElctrncSeqNb" -> number = number(node);
            case "LglSeqNb" -> legalNumber = number(node);
            case "CreDtTm" -> created = Amounts.day(Optional.of(node));
            case "FrToDt" -> {
                from = period(node, "FrDt", "FrDtTm");
                to = period(node, "ToDt", "ToDtTm");
            }
            case "Acct" -> {
                account = EntryReading.account(Optional.of(node));
                accountCurrency = node.text("Ccy");
            }
            case "Bal" -> balance(node);
            case "Ntry" -> entry(node);
            default -> {}
        }
    }

    private static OptionalLong number(Node node) {
        return node.text().matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(node.text()))
                : OptionalLong.empty();
    }

    private static Optional<LocalDate> period(Node node, String day, String moment)
            throws FileRefused {
        return Amounts.day(node.one(day).or(() -> node.one(moment)));
    }

    /// A balance without a sign is a credit: banks leave the word out of balances only.
    private void balance(Node node) throws FileRefused {
        var code = node.text("Tp", "CdOrPrtry", "Cd");
        var amount = node.one("Amt");
        if (amount.isEmpty() || !(OPENING.contains(code) || CLOSING.contains(code))) {
            return;
        }
        var money = Amounts.signed(amount.get(), node, Optional.of(true));
        balances.putIfAbsent(
                code + money.getCurrencyUnit(),
                new Balance(code, money, Amounts.day(node.one("Dt"))));
    }

    private void entry(Node node) throws FileRefused {
        entries++;
        var day = lastDay();
        if (day.isEmpty() || account.isEmpty()) {
            // Some banks put the balances after the entries.
            waiting.add(node);
            return;
        }
        keep(node, day);
    }

    private void keep(Node node, Optional<LocalDate> day) throws FileRefused {
        for (var movement : new EntryReading(node, account, day).movements()) {
            movements
                    .computeIfAbsent(movement.amount().getCurrencyUnit(), _ -> new ArrayList<>())
                    .add(movement);
        }
    }

    private Optional<LocalDate> lastDay() {
        return balanceDay(CLOSING).or(() -> to);
    }

    private Optional<LocalDate> balanceDay(List<String> codes) {
        return balances.values().stream()
                .filter(balance -> codes.contains(balance.code()))
                .flatMap(balance -> balance.on().stream())
                .findFirst();
    }

    /// One for each currency that has a balance or a movement.
    List<Statement> statements() throws FileRefused {
        for (var node : waiting) {
            keep(node, lastDay().or(() -> created));
        }
        var currencies =
                Stream.concat(
                                balances.values().stream()
                                        .map(balance -> balance.amount().getCurrencyUnit()),
                                movements.keySet().stream())
                        .distinct()
                        .sorted(
                                Comparator.comparing(
                                        unit -> !unit.getCode().equals(accountCurrency)))
                        .toList();
        var statements = new ArrayList<Statement>();
        for (var currency : currencies) {
            statements.add(reconciled(statement(currency)));
        }
        return statements;
    }

    private Statement statement(CurrencyUnit currency) throws FileRefused {
        var inOrder = inOrder(movements.getOrDefault(currency, List.of()));
        var first = inOrder.stream().map(Movement::bookedOn).findFirst();
        var last = inOrder.stream().map(Movement::bookedOn).reduce((_, later) -> later);
        var begins = from.or(() -> balanceDay(OPENING)).or(() -> first).or(this::lastDay);
        var ends = lastDay().or(() -> last).or(() -> created);
        if (begins.isEmpty() || ends.isEmpty()) {
            throw new FileRefused(Kind.MISSING, line, "Stmt/FrToDt");
        }
        return new Statement(
                account,
                currency,
                id,
                number.isPresent() ? number : legalNumber,
                earlier(begins.get(), first),
                first.isPresent() && last.get().isAfter(ends.get()) ? last.get() : ends.get(),
                balanceOf(OPENING, currency),
                balanceOf(CLOSING, currency),
                inOrder,
                line);
    }

    private static LocalDate earlier(LocalDate day, Optional<LocalDate> other) {
        return other.filter(one -> one.isBefore(day)).orElse(day);
    }

    /// Banks list the newest first or last; within a day the order is kept, or turned with the
    /// days.
    private static List<Movement> inOrder(List<Movement> listed) {
        var ordered = new ArrayList<>(listed);
        if (!ordered.isEmpty()
                && ordered.getFirst().bookedOn().isAfter(ordered.getLast().bookedOn())) {
            Collections.reverse(ordered);
        }
        ordered.sort(Comparator.comparing(Movement::bookedOn));
        return ordered;
    }

    private Optional<Money> balanceOf(List<String> codes, CurrencyUnit currency) {
        return codes.stream()
                .flatMap(code -> Stream.ofNullable(balances.get(code + currency)))
                .map(Balance::amount)
                .findFirst();
    }

    private static Statement reconciled(Statement statement) throws FileRefused {
        if (!statement.difference().isZero()) {
            throw new FileRefused(
                    Kind.DOES_NOT_RECONCILE,
                    statement.line(),
                    statement.account(),
                    statement.opening().map(Money::toString).orElse("–"),
                    statement.moved().toString(),
                    statement.closing().map(Money::toString).orElse("–"),
                    statement.difference().toString());
        }
        return statement;
    }
}
