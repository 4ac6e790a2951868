package org.passerelle.backoffice.banking;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.backoffice.banking.BankPage.Done;
import org.passerelle.backoffice.banking.BankPage.Suggested;
import org.passerelle.banking.Advice;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.BankStatement;
import org.passerelle.banking.FileFault;
import org.passerelle.banking.Match.Suggestion;
import org.passerelle.banking.Sign;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.payment.Iban;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableRef;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Frame;

/// Movements, suggestions and faults in the reader's words.
record BankWords(Frame frame, Map<OrganisationId, String> names) {
    private static final int LONGEST_TEXT = 140;

    static String path(BankMovement movement) {
        return "/staff/bank/movements/" + movement.id();
    }

    BankPage.Row row(BankMovement one, List<Suggestion> suggestions) {
        var words = frame.words();
        var movement = one.movement();
        return new BankPage.Row(
                one.id().toString(),
                "m" + one.number(),
                path(one),
                words.date(movement.bookedOn()),
                Long.toString(one.number()),
                from(one),
                printed(movement.counterparty().account()),
                text(one),
                words.money(one.isOpen() ? one.open() : one.amount()),
                done(one),
                one.isOpen(),
                one.isOpen()
                        ? suggestions.stream().findFirst().map(top -> suggested(one, top))
                        : Optional.empty());
    }

    private String from(BankMovement one) {
        var name = one.movement().counterparty().name();
        return name.isEmpty()
                ? frame.word(
                        one.movement().batch()
                                ? "banking.batch"
                                : one.movement().reversal() ? "banking.reversal" : "banking.nobody")
                : name;
    }

    private static String text(BankMovement one) {
        var text =
                Stream.concat(
                                one.movement().references().stream(),
                                Stream.of(one.movement().text()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text;
    }

    static String printed(String account) {
        return Iban.parse(account).map(Iban::printed).orElse(account);
    }

    List<Done> done(BankMovement one) {
        return one.decisions().stream().map(this::done).toList();
    }

    private Done done(BankMovement.Decision decision) {
        var from =
                decision.kind() == BankMovement.Kind.TAKEN_BACK && decision.payable().isPresent();
        var key =
                decision.purpose()
                        .map(it -> "banking.done.purpose." + code(it))
                        .orElse("banking.done." + code(decision.kind()) + (from ? "-from" : ""));
        var organisation = decision.organisation().map(id -> names.getOrDefault(id, ""));
        var what =
                frame.word(
                        key,
                        frame.words().money(decision.amount()),
                        decision.payable().map(BankWords::number).orElse(""),
                        organisation.orElse(""));
        var who =
                decision.byItself()
                        ? frame.word("banking.by-itself")
                        : frame.word(
                                "banking.by",
                                frame.words().actor(decision.by().name()),
                                frame.words().dateTime(decision.at(), frame.zone()));
        var reason = decision.reason().isEmpty() ? "" : " · " + decision.reason();
        var undone =
                decision.undone()
                        .map(it ->
                                " · "
                                        + frame.word(
                                                "banking.undone",
                                                frame.words().actor(it.by().name())))
                        .orElse("");
        var tone =
                decision.undone().isPresent()
                        ? "mute"
                        : decision.kind() == BankMovement.Kind.ASSIGNED ? "ok" : "info";
        return new Done(
                tone,
                what + " · " + who + reason + undone,
                decision.payable().map(ref -> "/staff/orders/" + number(ref)).orElse(""));
    }

    static String number(PayableRef ref) {
        return ref.number().substring(ref.number().lastIndexOf('/') + 1);
    }

    Suggested suggested(BankMovement movement, Suggestion suggestion) {
        var owed = suggestion.owed();
        return new Suggested(
                owed.number(),
                "/staff/orders/" + owed.number(),
                path(movement) + "/assign",
                owed.name(),
                frame.words()
                        .money(
                                owed.state() == Payable.State.AWAITING
                                        ? owed.missing()
                                        : owed.amount()),
                suggestion.signs().stream().map(this::sign).collect(Collectors.joining(", ")),
                owed.state() == Payable.State.AWAITING);
    }

    private String sign(Sign sign) {
        return frame.word("banking.sign." + code(sign.kind()), sign.slips());
    }

    /// All that the bank says of a movement.
    List<Fact> facts(BankMovement one) {
        var movement = one.movement();
        var words = frame.words();
        return Stream.of(
                        fact("amount", words.money(one.amount())),
                        fact(
                                "open",
                                one.isOpen() && !one.open().equals(one.amount())
                                        ? words.money(one.open())
                                        : ""),
                        fact("day", words.date(movement.bookedOn())),
                        fact("valued", movement.valuedOn().map(words::date).orElse("")),
                        fact("name", movement.counterparty().name()),
                        fact("account", printed(movement.counterparty().account())),
                        fact("structured", String.join(", ", movement.references())),
                        fact("text", movement.text()),
                        fact("end-to-end", movement.bank().endToEnd()),
                        fact("reference", movement.bank().servicer()),
                        fact("transaction", movement.bank().transaction()),
                        fact("reversal", movement.reversal() ? frame.word("banking.yes") : ""),
                        fact("returned", movement.returnReason().orElse("")),
                        fact("charges", movement.charges().map(words::money).orElse("")),
                        fact("part-of", one.partOf().isPresent() ? frame.word("banking.yes") : ""),
                        fact("batch", movement.batch() ? frame.word("banking.yes") : ""))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Fact> fact(String key, String value) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(Fact.of(frame.word("banking.fact." + key), value));
    }

    BankPage.StatementRow row(BankStatement one) {
        var words = frame.words();
        return new BankPage.StatementRow(
                one.from().equals(one.to())
                        ? words.date(one.from())
                        : words.date(one.from()) + " – " + words.date(one.to()),
                one.number().isPresent() ? Long.toString(one.number().getAsLong()) : "–",
                one.opening().map(words::money).orElse("–"),
                one.closing().map(words::money).orElse("–"),
                frame.word("banking.statement.movements", one.movements(), one.added()),
                one.fileName(),
                "/staff/bank/statements/" + one.id(),
                frame.word(
                        "banking.by",
                        one.takenBy().name(),
                        words.dateTime(one.takenAt(), frame.zone())),
                gap(one).orElse(""));
    }

    BankPage.AdviceRow row(Advice one) {
        var seen = one.movement();
        var state =
                seen.isEmpty()
                        ? "waits"
                        : seen.get().split() ? "split" : one.payments() < 2 ? "seen" : "decided";
        return new BankPage.AdviceRow(
                frame.words().date(one.on()),
                frame.word(one.isReport() ? "banking.advice.report" : "banking.advice.advice"),
                one.fileName(),
                frame.words().money(one.amount()),
                frame.word("banking.advice.payments", one.payments()),
                switch (state) {
                    case "waits" -> "info";
                    case "decided" -> "warn";
                    default -> "ok";
                },
                frame.word(
                        "banking.advice.is-" + state,
                        seen.map(it -> Long.toString(it.number())).orElse("")),
                seen.map(it -> "/staff/bank/movements/" + it.id()).orElse(""));
    }

    Optional<String> gap(BankStatement one) {
        return one.gap()
                .map(gap ->
                        frame.word(
                                "banking.gap",
                                frame.words().date(gap.since()),
                                frame.words().date(one.from()),
                                gap.expected().map(frame.words()::money).orElse("–"),
                                one.opening().map(frame.words()::money).orElse("–")));
    }

    String fault(FileFault fault) {
        var why = frame.word("banking.fault." + code(fault.kind()), fault.details().toArray());
        return fault.line() > 0 ? frame.word("banking.fault.line", fault.line(), why) : why;
    }

    static String code(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
