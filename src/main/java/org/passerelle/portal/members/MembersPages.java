package org.passerelle.portal.members;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.HandOverId;
import org.passerelle.organisation.InvitationId;
import org.passerelle.organisation.JoinRequestId;
import org.passerelle.organisation.MemberOutcome;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.portal.Acting;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Members of an organisation: every member reads who they are, the account holder changes it
/// (ACC-05, ACC-06).
@Controller
@RequestMapping("/organisation/members")
class MembersPages {
    private static final String PATH = "redirect:/organisation/members";

    private final Members members;
    private final Acting acting;
    private final MemberViews views;

    MembersPages(Members members, Acting acting, MemberViews views) {
        this.members = members;
        this.acting = acting;
        this.views = views;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        if (acting.of(who, request).isEmpty()) {
            return "redirect:/organisation";
        }
        return show(who, Form.empty(), FormErrors.none(), frame, request, model);
    }

    private String show(
            SignedIn who,
            Form form,
            FormErrors errors,
            Frame frame,
            HttpServletRequest request,
            Model model) {
        var membership = acting.of(who, request).orElseThrow();
        model.addAttribute("page", views.page(membership, form, errors, frame));
        return "portal/members/members";
    }

    @PostMapping("/invite")
    String invite(
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var id = acting.as(MemberRole.HOLDER, who, request);
        var outcome =
                members.invite(who.person(), id, form.value("email"), role(form.value("role")));
        if (outcome instanceof MemberOutcome.Refused(var reason)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = FormErrors.none().with("email", key(reason));
            return show(who, form, errors, frame, request, model);
        }
        Notice.ok(frame.word("member.invited", form.trimmed("email"))).showAfter(redirect);
        return PATH;
    }

    @PostMapping("/invitations/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable InvitationId id,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var organisation = acting.as(MemberRole.HOLDER, who, request);
        return after(members.withdrawInvitation(who.person(), organisation, id), frame, redirect);
    }

    @PostMapping("/joins/{id}")
    String answerJoin(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable JoinRequestId id,
            @RequestParam boolean accept,
            @RequestParam(defaultValue = "READER") String role,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        acting.as(MemberRole.HOLDER, who, request);
        return after(members.answerJoin(who.person(), id, accept, role(role)), frame, redirect);
    }

    @PostMapping("/{person}/role")
    String changeRole(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable PersonId person,
            @RequestParam String role,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var id = acting.as(MemberRole.HOLDER, who, request);
        return after(members.changeRole(who.person(), id, person, role(role)), frame, redirect);
    }

    @PostMapping("/{person}/remove")
    String remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable PersonId person,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var id = acting.as(MemberRole.HOLDER, who, request);
        return after(members.remove(who.person(), id, person), frame, redirect);
    }

    @PostMapping("/leave")
    String leave(
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var id = acting.as(MemberRole.READER, who, request);
        var outcome = members.leave(who.person(), id);
        var next = after(outcome, frame, redirect);
        return outcome.isDone() ? "redirect:/organisation" : next;
    }

    @PostMapping("/hand-over")
    String propose(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam PersonId to,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var id = acting.as(MemberRole.HOLDER, who, request);
        return after(members.propose(who.person(), id, to), frame, redirect);
    }

    /// Takes a proposal back, or stops what staff began.
    @PostMapping("/hand-over/{id}/keep")
    String keep(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable HandOverId id,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        acting.as(MemberRole.HOLDER, who, request);
        return after(members.keepRole(who.person(), id), frame, redirect);
    }

    @PostMapping("/hand-over/{id}/agree")
    String agree(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable HandOverId id,
            Frame frame,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        acting.as(MemberRole.HOLDER, who, request);
        return after(members.agree(who.person(), id), frame, redirect);
    }

    private static String after(MemberOutcome outcome, Frame frame, RedirectAttributes redirect) {
        notice(outcome, frame).showAfter(redirect);
        return PATH;
    }

    static Notice notice(MemberOutcome outcome, Frame frame) {
        return outcome instanceof MemberOutcome.Refused(var reason)
                ? Notice.bad(frame.word(key(reason)))
                : Notice.ok(frame.word("member.done"));
    }

    static String key(MemberOutcome.Reason reason) {
        return "member.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is neither is the least.
    private static MemberRole role(String code) {
        return code.equals(MemberRole.ORDERER.name()) ? MemberRole.ORDERER : MemberRole.READER;
    }
}
