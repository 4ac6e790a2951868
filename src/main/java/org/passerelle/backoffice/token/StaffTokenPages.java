package org.passerelle.backoffice.token;

import java.util.List;
import java.util.Locale;
import org.passerelle.backoffice.StaffBounds;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.token.TokenState;
import org.passerelle.token.TokenView;
import org.passerelle.token.Tokens;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Submission;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The tokens of an organisation as the office sees them, never their codes; and ending all of them
/// (TOK-07).
@Controller
@RequestMapping("/staff/tokens")
public class StaffTokenPages {
    private static final int REASON_MAX = 500;

    private final Tokens tokens;
    private final Organisations organisations;
    private final StaffBounds bounds;

    StaffTokenPages(Tokens tokens, Organisations organisations, StaffBounds bounds) {
        this.tokens = tokens;
        this.organisations = organisations;
        this.bounds = bounds;
    }

    public record SearchPage(String text, List<Organisation> found) {}

    public record OrganisationTokensPage(
            OrganisationId id,
            String name,
            List<Row> rows,
            boolean anyAlive,
            Form form,
            FormErrors errors) {}

    public record Row(String person, String email, String tone, String state, String until) {}

    @GetMapping
    String search(
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal SignedIn who,
            Model model) {
        var found =
                text.isBlank()
                        ? List.<Organisation>of()
                        : bounds.offices(who).stream()
                                .flatMap(pack -> organisations.search(pack.id(), text).stream())
                                .filter(organisation -> !organisation.name().isBlank())
                                .toList();
        model.addAttribute("page", new SearchPage(text, found));
        return "backoffice/token/search";
    }

    @GetMapping("/{organisation}")
    String list(@PathVariable OrganisationId organisation, Frame frame, Model model) {
        return show(find(organisation), Form.empty(), FormErrors.none(), frame, model);
    }

    @PostMapping("/{organisation}/revoke")
    String revokeAll(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable OrganisationId organisation,
            Submission sent) {
        var form = sent.form();
        var known = find(organisation);
        var reason = form.trimmed("reason");
        var errors =
                FormErrors.none()
                        .withIf(reason.isEmpty(), "reason", "token.staff.reason.missing")
                        .withIf(reason.length() > REASON_MAX, "reason", "token.staff.reason.long");
        if (errors.any()) {
            sent.refuse();
            return show(known, form, errors, sent.frame(), sent.model());
        }
        var ended = tokens.revokeAllOf(who.actor(), organisation, reason);
        return sent.done("/staff/tokens/" + organisation, "token.staff.revoked", ended);
    }

    private Organisation find(OrganisationId id) {
        return organisations
                .find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(
            Organisation organisation, Form form, FormErrors errors, Frame frame, Model model) {
        var all = tokens.of(organisation.id());
        model.addAttribute(
                "page",
                new OrganisationTokensPage(
                        organisation.id(),
                        organisation.name(),
                        all.stream().map(token -> row(token, frame)).toList(),
                        all.stream().anyMatch(StaffTokenPages::mayLive),
                        form,
                        errors));
        return "backoffice/token/organisation";
    }

    /// An expired token lives too: it could be renewed.
    private static boolean mayLive(TokenView token) {
        return !(token.state() instanceof TokenState.Revoked);
    }

    private static Row row(TokenView token, Frame frame) {
        var code = token.state().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        var tone =
                switch (token.state()) {
                    case TokenState.Valid _ -> "ok";
                    case TokenState.Revoked _ -> "bad";
                    case TokenState.Expired _, TokenState.Replaced _ -> "mute";
                };
        return new Row(
                token.person().name(),
                token.person().email(),
                tone,
                frame.word("token.state." + code),
                end(token, frame));
    }

    /// When it ends or ended, and by whom where somebody ended it.
    private static String end(TokenView token, Frame frame) {
        return token.state() instanceof TokenState.Revoked(var at, var by)
                ? frame.word(
                        "token.revoked-by." + by.name().toLowerCase(Locale.ROOT),
                        frame.words().dateTime(at, frame.zone()))
                : frame.words().dateTime(token.expiresAt(), frame.zone());
    }
}
