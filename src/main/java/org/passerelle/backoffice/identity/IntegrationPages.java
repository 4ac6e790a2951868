package org.passerelle.backoffice.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.passerelle.backoffice.StaffBounds;
import org.passerelle.identity.ApiKey;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Option;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Issues and revokes the keys of partners' machines (OPS-03).
@Controller
@RequestMapping("/staff/integrations")
public class IntegrationPages {
    static final List<String> SCOPES = List.of("tokens:verify", "tokens:redeem");

    private static final int LABEL_MAX = 80;

    private final ApiKeys keys;
    private final StaffBounds bounds;

    IntegrationPages(ApiKeys keys, StaffBounds bounds) {
        this.keys = keys;
        this.bounds = bounds;
    }

    /// @param issued the text of the key just made, shown this once
    public record IntegrationsPage(
            Optional<String> issued,
            List<Row> rows,
            List<Option> partners,
            List<Option> scopes,
            Form form,
            FormErrors errors) {}

    public record Row(
            String id,
            String label,
            String partner,
            String scopes,
            String created,
            String lastUsed,
            Optional<String> revoked) {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn who, Frame frame, Model model) {
        var form = Form.empty().with("scopes", SCOPES.toArray(String[]::new));
        return show(who, Optional.empty(), form, FormErrors.none(), frame, model);
    }

    /// Answers with the page itself and not by a redirect: the key must be kept nowhere on the way.
    @PostMapping
    String issue(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var partner = form.value("partner").split("/", 2);
        var known = partner.length == 2 && isKnown(who, partner[0], partner[1]);
        var label = form.trimmed("label");
        var scopes = new LinkedHashSet<>(form.all("scopes"));
        scopes.retainAll(SCOPES);
        var errors =
                FormErrors.none()
                        .withIf(!known, "partner", "integrations.partner.missing")
                        .withIf(label.isEmpty(), "label", "integrations.label.missing")
                        .withIf(label.length() > LABEL_MAX, "label", "integrations.label.long")
                        .withIf(scopes.isEmpty(), "scopes", "integrations.scopes.missing");
        if (errors.any()) {
            sent.refuse();
            return show(who, Optional.empty(), form, errors, sent.frame(), sent.model());
        }
        var issued = keys.issue(who.actor(), new OfficeId(partner[0]), partner[1], label, scopes);
        var blank = Form.empty().with("scopes", SCOPES.toArray(String[]::new));
        return show(
                who,
                Optional.of(issued.text()),
                blank,
                FormErrors.none(),
                sent.frame(),
                sent.model());
    }

    @GetMapping("/{id}/revoke")
    String askRevoke(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            Frame frame,
            Model model) {
        var row =
                rows(who, frame).stream()
                        .filter(one -> one.id().equals(id) && one.revoked().isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("page", row);
        return "backoffice/identity/revoke-key";
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String id,
            Frame frame,
            RedirectAttributes redirect) {
        keys.revoke(who.actor(), id);
        Notice.ok(frame.word("integrations.revoked", id)).showAfter(redirect);
        return "redirect:/staff/integrations";
    }

    private String show(
            SignedIn who,
            Optional<String> issued,
            Form form,
            FormErrors errors,
            Frame frame,
            Model model) {
        var scopes =
                SCOPES.stream()
                        .map(scope ->
                                Option.of(
                                        scope,
                                        scope,
                                        frame.word("integrations." + scope.replace(':', '-'))))
                        .toList();
        model.addAttribute(
                "page",
                new IntegrationsPage(
                        issued, rows(who, frame), partners(who, frame), scopes, form, errors));
        return "backoffice/identity/integrations";
    }

    private boolean isKnown(SignedIn who, String office, String partner) {
        return bounds.offices(who).stream()
                .filter(pack -> pack.id().value().equals(office))
                .anyMatch(pack -> pack.partner(PartnerId.of(partner)).isPresent());
    }

    private List<Option> partners(SignedIn who, Frame frame) {
        var partners = new ArrayList<Option>();
        for (var pack : bounds.offices(who)) {
            pack.partners()
                    .values()
                    .forEach(partner ->
                            partners.add(
                                    Option.of(pack.id() + "/" + partner.id(), partner.name())
                                            .in(pack.office().name().in(frame.language()))));
        }
        return partners;
    }

    private List<Row> rows(SignedIn who, Frame frame) {
        return bounds.offices(who).stream()
                .flatMap(pack -> keys.of(pack.id()).stream().map(key -> row(key, pack, frame)))
                .toList();
    }

    private static Row row(ApiKey key, Pack pack, Frame frame) {
        var partner =
                pack.partner(PartnerId.of(key.partner()))
                        .map(found -> found.name())
                        .orElse(key.partner());
        var words = frame.words();
        return new Row(
                key.id(),
                key.label(),
                partner,
                String.join(" ", key.scopes().stream().sorted().toList()),
                frame.word(
                        "integrations.created",
                        words.dateTime(key.createdAt(), frame.zone()),
                        key.createdBy().name()),
                key.lastUsedAt()
                        .map(at -> words.dateTime(at, frame.zone()))
                        .orElseGet(() -> frame.word("integrations.never")),
                key.revokedAt().map(at -> words.dateTime(at, frame.zone())));
    }
}
