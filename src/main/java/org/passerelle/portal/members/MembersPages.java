package org.passerelle.portal.members;

import jakarta.servlet.http.HttpServletRequest;
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
import org.passerelle.ui.Submission;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Members of an organisation: every member reads who they are, the account holder changes it
/// (ACC-05, ACC-06).
@Controller
@RequestMapping("/organisation/members")
class MembersPages {
    private static final String PATH = "/organisation/members";

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
    String invite(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var id = acting.as(MemberRole.HOLDER, who, sent.request());
        var outcome =
                members.invite(who.person(), id, form.value("email"), role(form.value("role")));
        if (outcome instanceof MemberOutcome.Refused(var reason)) {
            sent.refuse();
            var errors = FormErrors.none().with("email", key(reason));
            return show(who, form, errors, sent.frame(), sent.request(), sent.model());
        }
        return sent.done(PATH, "member.invited", form.trimmed("email"));
    }

    @PostMapping("/invitations/{id}/withdraw")
    String withdraw(
            @AuthenticationPrincipal SignedIn who, @PathVariable InvitationId id, Submission sent) {
        var organisation = acting.as(MemberRole.HOLDER, who, sent.request());
        var outcome = members.withdrawInvitation(who.person(), organisation, id);
        return outcome.isDone()
                ? sent.lead(PATH, Notice.ok(sent.frame().word("member.invite.withdrawn")))
                : after(outcome, sent);
    }

    @PostMapping("/joins/{id}")
    String answerJoin(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable JoinRequestId id,
            @RequestParam boolean accept,
            @RequestParam(defaultValue = "READER") String role,
            Submission sent) {
        acting.as(MemberRole.HOLDER, who, sent.request());
        return after(members.answerJoin(who.person(), id, accept, role(role)), sent);
    }

    @PostMapping("/{person}/role")
    String changeRole(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable PersonId person,
            @RequestParam String role,
            Submission sent) {
        var id = acting.as(MemberRole.HOLDER, who, sent.request());
        return after(members.changeRole(who.person(), id, person, role(role)), sent);
    }

    @PostMapping("/{person}/remove")
    String remove(
            @AuthenticationPrincipal SignedIn who, @PathVariable PersonId person, Submission sent) {
        var id = acting.as(MemberRole.HOLDER, who, sent.request());
        return after(members.remove(who.person(), id, person), sent);
    }

    @PostMapping("/leave")
    String leave(@AuthenticationPrincipal SignedIn who, Submission sent) {
        var id = acting.as(MemberRole.READER, who, sent.request());
        var outcome = members.leave(who.person(), id);
        var next = after(outcome, sent);
        return outcome.isDone() ? "redirect:/organisation" : next;
    }

    @PostMapping("/hand-over")
    String propose(
            @AuthenticationPrincipal SignedIn who, @RequestParam PersonId to, Submission sent) {
        var id = acting.as(MemberRole.HOLDER, who, sent.request());
        return after(members.propose(who.person(), id, to), sent);
    }

    /// Takes a proposal back, or stops what staff began.
    @PostMapping("/hand-over/{id}/keep")
    String keep(
            @AuthenticationPrincipal SignedIn who, @PathVariable HandOverId id, Submission sent) {
        acting.as(MemberRole.HOLDER, who, sent.request());
        return after(members.keepRole(who.person(), id), sent);
    }

    @PostMapping("/hand-over/{id}/agree")
    String agree(
            @AuthenticationPrincipal SignedIn who, @PathVariable HandOverId id, Submission sent) {
        acting.as(MemberRole.HOLDER, who, sent.request());
        return after(members.agree(who.person(), id), sent);
    }

    private static String after(MemberOutcome outcome, Submission sent) {
        return sent.lead(PATH, notice(outcome, sent.frame()));
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
