package org.passerelle.backoffice.banking;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.Banking;
import org.passerelle.banking.DecisionOutcome;
import org.passerelle.banking.DecisionOutcome.CannotUndo;
import org.passerelle.banking.MovementId;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.payment.PayableRef;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// One movement and the decisions about it (PAY-02).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'ADMINISTRATOR')")
class MovementPages {
    private static final String PATH = BankPages.PATH + "/movements/{id}";
    private static final int SHARES = 4;

    private final Banking banking;
    private final Organisations organisations;

    MovementPages(Banking banking, Organisations organisations) {
        this.banking = banking;
        this.organisations = organisations;
    }

    @GetMapping(PATH)
    String movement(@PathVariable String id, Form form, Frame frame, Model model) {
        return show(found(id), form, FormErrors.none(), frame, model);
    }

    private BankMovement found(String id) {
        return banking.find(MovementId.of(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(
            BankMovement movement, Form form, FormErrors errors, Frame frame, Model model) {
        var suggestions =
                banking.suggestions(movement.office(), List.of(movement))
                        .getOrDefault(movement.id(), List.of());
        var takenBack = movement.isOpen() ? banking.takenBack(movement) : List.<BankMovement>of();
        var stays = banking.stays(movement);
        var ids = new HashSet<OrganisationId>();
        for (var one : Stream.concat(Stream.of(movement), takenBack.stream()).toList()) {
            one.decisions().forEach(done -> done.organisation().ifPresent(ids::add));
        }
        var words = new BankWords(frame, organisations.names(ids));
        model.addAttribute(
                "page",
                new MovementPage(
                        Long.toString(movement.number()),
                        BankWords.path(movement),
                        frame.words().money(movement.open()),
                        movement.isOpen(),
                        movement.amount().isPositive(),
                        movement.open().isPositive(),
                        !movement.movement().counterparty().account().isEmpty(),
                        movement.setAside().isPresent(),
                        undo(movement, stays, frame),
                        movement.undoable()
                                .flatMap(_ -> stays)
                                .map(why -> frame.word("banking.stays." + BankWords.code(why)))
                                .orElse(""),
                        words.facts(movement),
                        suggestions.stream().map(one -> words.suggested(movement, one)).toList(),
                        words.done(movement),
                        takenBack.stream().map(one -> words.row(one, List.of())).toList(),
                        banking.isTakenBack(movement),
                        SetAside.purposes(frame),
                        SHARES,
                        BankPages.PATH));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "backoffice/banking/movement";
    }

    /// What the button says that takes the last decision back; nothing where it stays.
    private static String undo(BankMovement movement, Optional<CannotUndo.Why> stays, Frame frame) {
        return stays.isPresent()
                ? ""
                : movement.undoable()
                        .flatMap(BankMovement.Decision::payable)
                        .map(ref -> frame.word("banking.undo.order", BankWords.number(ref)))
                        .orElseGet(() -> frame.word("banking.undo"));
    }

    /// Assigns all that is open to `order`, or what the lines `order-1`, `amount-1`… say.
    @PostMapping(PATH + "/assign")
    String assign(@PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var movement = found(id);
        var shares = shares(movement, sent.form());
        if (shares.isEmpty()) {
            return refused(
                    movement, FormErrors.none().with("amount-1", "banking.share.wrong"), sent);
        }
        return after(
                banking.assign(who.actor(), movement.id(), shares.get()),
                "amount-1",
                "banking.assigned",
                movement,
                sent);
    }

    private static Optional<Map<PayableRef, Money>> shares(BankMovement movement, Form form) {
        var shares = new LinkedHashMap<PayableRef, Money>();
        var whole = form.trimmed("order");
        if (!whole.isEmpty()) {
            shares.put(Banking.billed(movement.office(), whole), movement.open());
            return Optional.of(shares);
        }
        for (var i = 1; i <= SHARES; i++) {
            var number = form.trimmed("order-" + i);
            if (number.isEmpty()) {
                continue;
            }
            var typed = form.value("amount-" + i).replaceAll("[\\s\\u00a0\\u202f€]", "");
            var amount = amount(typed.replace(',', '.'), movement);
            if (amount.isEmpty()
                    || shares.put(Banking.billed(movement.office(), number), amount.get())
                            != null) {
                return Optional.empty();
            }
        }
        return shares.isEmpty() ? Optional.empty() : Optional.of(shares);
    }

    private static Optional<Money> amount(String text, BankMovement movement) {
        CurrencyUnit currency = movement.amount().getCurrencyUnit();
        return text.matches("[0-9]{1,9}(\\.[0-9]{1,2})?")
                ? Optional.of(
                        Money.of(
                                currency, new BigDecimal(text), java.math.RoundingMode.UNNECESSARY))
                : Optional.empty();
    }

    @PostMapping(PATH + "/send-back")
    String sendBack(
            @PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var movement = found(id);
        var reason = sent.form().trimmed("back-reason");
        var wrong = SetAside.wrong(reason, "back-reason");
        return wrong.any()
                ? refused(movement, wrong, sent)
                : after(
                        banking.sendBack(who.actor(), movement.id(), reason),
                        "back-reason",
                        "banking.sent-back",
                        movement,
                        sent);
    }

    /// Says what a movement is that pays nothing; also of one that was set aside before.
    @PostMapping(PATH + "/set-aside")
    String setAside(
            @PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var movement = found(id);
        var typed = SetAside.typed(sent.form());
        var wrong = typed.errors();
        return wrong.any()
                ? refused(movement, wrong, sent)
                : after(
                        banking.setAside(
                                who.actor(),
                                movement.id(),
                                typed.purpose().orElseThrow(),
                                typed.reason()),
                        "aside-reason",
                        "banking.set-aside",
                        movement,
                        sent);
    }

    @PostMapping(PATH + "/undo")
    String undo(@PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var movement = found(id);
        var why = sent.frame().word("banking.undo.why");
        return after(
                banking.undo(who.actor(), movement.id(), why),
                "aside-reason",
                "banking.undone-done",
                movement,
                sent);
    }

    /// The bank took the credit of that number back by this debit.
    @PostMapping(PATH + "/taken-back")
    String takenBack(
            @PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var movement = found(id);
        var number = sent.form().trimmed("credit");
        return number.matches("[0-9]{1,15}")
                ? after(
                        banking.takeBack(who.actor(), movement.id(), Long.parseLong(number)),
                        "credit",
                        "banking.taken-back",
                        movement,
                        sent)
                : refused(movement, "credit", sent, "banking.credit.missing");
    }

    private String after(
            DecisionOutcome outcome,
            String field,
            String done,
            BankMovement movement,
            Submission sent) {
        var words = sent.frame().words();
        return switch (outcome) {
            case DecisionOutcome.Done(var now, _) -> {
                var whole = now.open().isZero() && done.equals("banking.assigned");
                var said = whole ? done + ".whole" : done;
                var notice =
                        Notice.ok(sent.frame().word(said, now.number(), words.money(now.open())));
                yield now.isOpen()
                        ? sent.lead(BankWords.path(now), notice)
                        : sent.lead(
                                BankPages.PATH,
                                notice.linked(
                                        sent.frame().word("banking.see", now.number()),
                                        BankWords.path(now)));
            }
            case DecisionOutcome.AlreadyDecided(var now) ->
                    sent.lead(
                            BankWords.path(now),
                            Notice.info(sent.frame().word("banking.already", now.number())));
            case DecisionOutcome.NotThatMuch(var open) ->
                    refused(movement, field, sent, "banking.not-that-much", words.money(open));
            case DecisionOutcome.NoSuchPayable(var number) ->
                    refused(
                            movement,
                            field,
                            sent,
                            "banking.no-such",
                            number.substring(number.lastIndexOf('/') + 1));
            case DecisionOutcome.NotRecorded(var ref, _) ->
                    refused(movement, field, sent, "banking.not-recorded", BankWords.number(ref));
            case DecisionOutcome.CannotUndo(var why) ->
                    sent.lead(
                            BankWords.path(movement),
                            Notice.bad(sent.frame().word("banking.stays." + BankWords.code(why))));
            case DecisionOutcome.NotThatOne(var number) ->
                    refused(movement, field, sent, "banking.not-that-one", number);
        };
    }

    private String refused(
            BankMovement movement, String field, Submission sent, String key, Object... details) {
        return refused(movement, FormErrors.none().with(field, key, details), sent);
    }

    private String refused(BankMovement movement, FormErrors errors, Submission sent) {
        sent.refuse();
        return show(movement, sent.form(), errors, sent.frame(), sent.model());
    }
}
