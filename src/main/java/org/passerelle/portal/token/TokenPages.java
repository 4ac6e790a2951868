package org.passerelle.portal.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisations;
import org.passerelle.portal.Acting;
import org.passerelle.token.Representative;
import org.passerelle.token.TokenFault;
import org.passerelle.token.TokenId;
import org.passerelle.token.TokenOutcome;
import org.passerelle.token.TokenState;
import org.passerelle.token.TokenView;
import org.passerelle.token.Tokens;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Validation tokens of the organisation a member acts for (TOK-01 to TOK-07). All members see them
/// and who looked; only the holder sees codes and changes anything.
@Controller
@RequestMapping("/tokens")
class TokenPages {
    private static final int LOOKS_SHOWN = 30;

    private final Tokens tokens;
    private final Organisations organisations;
    private final Acting acting;
    private final TokenWriter writer;

    TokenPages(Tokens tokens, Organisations organisations, Acting acting, TokenWriter writer) {
        this.tokens = tokens;
        this.organisations = organisations;
        this.acting = acting;
        this.writer = writer;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String fresh,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request);
        if (membership.isEmpty()) {
            return "portal/token/none";
        }
        return show(who, membership.get(), fresh, Form.empty(), FormErrors.none(), frame, model);
    }

    @PostMapping
    String create(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var membership = acting.of(who, sent.request()).orElseThrow(TokenPages::notFound);
        var person =
                new Representative(
                        form.value("firstName"), form.value("lastName"), form.value("email"));
        var outcome =
                tokens.create(who, membership.organisation(), person, form.has("declared", "true"));
        return switch (outcome) {
            case TokenOutcome.Done(var token) -> "redirect:/tokens?fresh=" + token.id();
            case TokenOutcome.Refused(var faults) -> {
                sent.refuse();
                yield show(who, membership, "", form, errors(faults), sent.frame(), sent.model());
            }
            case TokenOutcome.IsRevoked(), TokenOutcome.Unknown() -> throw notFound();
        };
    }

    @PostMapping("/{id}/renew")
    String renew(@AuthenticationPrincipal SignedIn who, @PathVariable TokenId id, Submission sent) {
        var organisation = acting.as(MemberRole.HOLDER, who, sent.request());
        return switch (tokens.renew(who, organisation, id)) {
            case TokenOutcome.Done(var token) -> "redirect:/tokens?fresh=" + token.id();
            case TokenOutcome.Refused(var faults) ->
                    sent.lead("/tokens", Notice.bad(sent.frame().word(word(faults.getFirst()))));
            case TokenOutcome.IsRevoked() ->
                    sent.lead("/tokens", Notice.bad(sent.frame().word("token.renew.revoked")));
            case TokenOutcome.Unknown() -> throw notFound();
        };
    }

    /// Asks first: a revoked token does not come back.
    @GetMapping("/{id}/revoke")
    String askRevoke(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable TokenId id,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var organisation = acting.as(MemberRole.HOLDER, who, request);
        var token = find(organisation, id).orElseThrow(TokenPages::notFound);
        model.addAttribute("page", writer.row(token, true, writer.packOf(organisation), frame));
        return "portal/token/revoke";
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable TokenId id,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var organisation = acting.as(MemberRole.HOLDER, who, request);
        if (!(tokens.revoke(who, organisation, id) instanceof TokenOutcome.Done(var token))) {
            throw notFound();
        }
        Notice.ok(frame.word("token.revoke.done", token.person().name())).showAfter(redirect);
        return "redirect:/tokens";
    }

    private String show(
            SignedIn who,
            Membership membership,
            String fresh,
            Form form,
            FormErrors errors,
            Frame frame,
            Model model) {
        var organisation = membership.organisation();
        var isHolder = membership.role() == MemberRole.HOLDER;
        var pack = writer.packOf(organisation);
        var all = tokens.of(organisation);
        var rows = all.stream().map(token -> writer.row(token, isHolder, pack, frame)).toList();
        var valid = all.stream().filter(one -> one.state() instanceof TokenState.Valid).count();
        var looks = tokens.looksAt(organisation, LOOKS_SHOWN);
        model.addAttribute(
                "page",
                new TokensPage(
                        organisations.get(organisation).name(),
                        isHolder,
                        tokens.obstacles(who, organisation).stream()
                                .findFirst()
                                .map(TokenPages::word)
                                .orElse(""),
                        rows.stream()
                                .filter(row -> row.id().equals(fresh) && row.code().isPresent())
                                .findFirst(),
                        rows,
                        frame.word("token.counted", all.size(), valid),
                        writer.looks(looks, pack, frame),
                        form,
                        errors));
        return "portal/token/list";
    }

    private Optional<TokenView> find(OrganisationId organisation, TokenId id) {
        return tokens.of(organisation).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static FormErrors errors(List<TokenFault> faults) {
        var errors = FormErrors.none();
        for (var fault : faults) {
            errors = errors.with(fault.field(), word(fault));
        }
        return errors;
    }

    private static String word(TokenFault fault) {
        return "token.fault." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
