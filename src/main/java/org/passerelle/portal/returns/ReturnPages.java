package org.passerelle.portal.returns;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.Document;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.identity.SignedIn;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.MemberRole;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.portal.Acting;
import org.passerelle.portal.Uploads;
import org.passerelle.portal.ordering.OwnOrders;
import org.passerelle.returns.AnnounceOutcome;
import org.passerelle.returns.RefundWords;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnNumber;
import org.passerelle.returns.ReturnOutcome;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.Returns;
import org.passerelle.returns.Returns.Wanted;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.SafeDownload;
import org.passerelle.ui.Submission;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/// Giving something of an order back, and what became of it (ORD-09). Another organisation's order
/// does not exist here.
@Controller
class ReturnPages {
    /// Characters of an explanation.
    private static final int EXPLANATION_MAX = 2000;

    private final Returns returns;
    private final Ordering ordering;
    private final OwnOrders orders;
    private final Documents documents;
    private final Uploads uploads;
    private final Packs packs;
    private final Acting acting;

    ReturnPages(
            Returns returns,
            Ordering ordering,
            OwnOrders orders,
            Documents documents,
            Uploads uploads,
            Packs packs,
            Acting acting) {
        this.returns = returns;
        this.ordering = ordering;
        this.orders = orders;
        this.documents = documents;
        this.uploads = uploads;
        this.packs = packs;
        this.acting = acting;
    }

    /// Which order it is: those that have something to give back today.
    @GetMapping("/returns")
    String start(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            return Acting.none("orders", model);
        }
        var organisation = membership.get().organisation();
        model.addAttribute(
                "page",
                writer(frame)
                        .start(
                                ordering.history(organisation),
                                returns.ofOrganisation(organisation)));
        return "portal/returns/start";
    }

    @GetMapping("/orders/{number}/return")
    String form(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var order = orders.find(acting.member(who, request), number);
        return show(order, Form.empty(), FormErrors.none(), List.of(), frame, model);
    }

    private String show(
            Order order,
            Form form,
            FormErrors errors,
            List<Document> brought,
            Frame frame,
            Model model) {
        model.addAttribute("page", writer(frame).form(order, form, errors, brought));
        return "portal/returns/form";
    }

    @PostMapping("/orders/{number}/return")
    String announce(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            Submission sent)
            throws IOException {
        var form = sent.form();
        acting.as(MemberRole.ORDERER, who, sent.request());
        var order = orders.find(acting.member(who, sent.request()), number);
        var bounds = packs.get(order.number().office()).office().documents();
        var brought =
                uploads.take(Optional.of(who.id()), form, file == null ? List.of() : file, bounds);
        var wanted = new ArrayList<Wanted>();
        var errors = read(order, form, wanted).and(brought.errors());
        var written = form.trimmed("explanation");
        errors =
                errors.withIf(written.isEmpty(), "explanation", KEY + "explanation")
                        .withIf(
                                wanted.isEmpty() && errors.isEmpty(),
                                first(order),
                                KEY + "nothing");
        if (written.length() > EXPLANATION_MAX) {
            errors =
                    errors.with(
                            "explanation",
                            KEY + "explanation.long",
                            written.length(),
                            EXPLANATION_MAX);
        }
        if (errors.isEmpty()) {
            var wish =
                    form.value("wish").equals(Remedy.REPLACEMENT.word())
                            ? Remedy.REPLACEMENT
                            : Remedy.MONEY;
            var outcome =
                    returns.announce(
                            who.actor(), order.number(), wanted, wish, written, brought.ids());
            switch (outcome) {
                case AnnounceOutcome.Announced(var all) -> {
                    return sent.done(
                            ReturnWriter.path(all.getFirst()),
                            "returns.sent",
                            all.getFirst().number());
                }
                case AnnounceOutcome.NotPossible(var decisions) -> {
                    var said = new RefundWords(sent.frame().words());
                    for (var decision : decisions.entrySet()) {
                        if (decision.getValue().isRefused()) {
                            errors =
                                    errors.with(
                                            "reason-" + decision.getKey(),
                                            KEY + "policy",
                                            said.unmet(decision.getValue()));
                        }
                    }
                }
                case AnnounceOutcome.NothingChosen _ ->
                        errors = errors.with(first(order), KEY + "nothing");
                case AnnounceOutcome.ExplanationMissing _ ->
                        errors = errors.with("explanation", KEY + "explanation");
            }
        }
        sent.refuse();
        return show(order, form, errors, brought.documents(), sent.frame(), sent.model());
    }

    private static final String KEY = "returns.fault.";

    private static String first(Order order) {
        return "units-" + order.lines().getFirst().position();
    }

    /// What was chosen; a line with nothing typed is left out.
    private FormErrors read(Order order, Form form, List<Wanted> wanted) {
        var errors = FormErrors.none();
        for (var line : order.lines()) {
            var field = "units-" + line.position();
            var typed = form.trimmed(field);
            if (typed.isEmpty() || typed.equals("0")) {
                continue;
            }
            var left = returns.left(order, line.position());
            if (!typed.matches("[0-9]{1,6}") || Long.parseLong(typed) > left) {
                errors = errors.with(field, KEY + "units", left);
                continue;
            }
            var reason = reason(form.value("reason-" + line.position()));
            if (reason.isEmpty()) {
                errors = errors.with("reason-" + line.position(), KEY + "reason");
                continue;
            }
            wanted.add(new Wanted(line.position(), Long.parseLong(typed), reason.get()));
        }
        return errors;
    }

    private static Optional<Reason> reason(String typed) {
        return List.of(Reason.values()).stream()
                .filter(one -> one.word().equals(typed))
                .findFirst();
    }

    @GetMapping("/orders/{number}/returns/{sequence}")
    String one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable String sequence,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.member(who, request);
        var order = orders.find(membership, number);
        var asked = found(order, sequence);
        model.addAttribute(
                "page",
                writer(frame)
                        .page(
                                order,
                                asked,
                                documents.all(asked.documents()),
                                membership.role().mayActAs(MemberRole.ORDERER)));
        return "portal/returns/one";
    }

    @PostMapping("/orders/{number}/returns/{sequence}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable String sequence,
            Submission sent) {
        acting.as(MemberRole.ORDERER, who, sent.request());
        var asked = found(orders.find(acting.member(who, sent.request()), number), sequence);
        var path = ReturnWriter.path(asked);
        return returns.withdraw(who.actor(), asked.number()) instanceof ReturnOutcome.Done
                ? sent.done(path, "returns.withdrawn", asked.number())
                : "redirect:" + path;
    }

    @GetMapping("/orders/{number}/returns/{sequence}/documents/{id}")
    ResponseEntity<Resource> document(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String number,
            @PathVariable String sequence,
            @PathVariable DocumentId id,
            HttpServletRequest request) {
        var order = orders.find(acting.member(who, request), number);
        var belongs = found(order, sequence).documents().contains(id);
        return SafeDownload.of(documents.open(id).filter(_ -> belongs));
    }

    private Return found(Order order, String sequence) {
        return ReturnNumber.find(order.number().key() + "-" + sequence)
                .flatMap(returns::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ReturnWriter writer(Frame frame) {
        return new ReturnWriter(returns, frame.words(), frame.zone());
    }
}
