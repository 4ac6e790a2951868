package org.passerelle.portal.members;

import java.util.List;
import org.passerelle.identity.SignedIn;
import org.passerelle.organisation.HandOverId;
import org.passerelle.organisation.InvitationId;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Frame;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What others offer to a person: a place among the members, the holder's role (ACC-05). Both wait
/// for the person's own word, signed in.
@Controller
@RequestMapping("/organisation/waiting")
public class WaitingPages {
    private final Members members;
    private final Organisations organisations;
    private final MemberViews views;

    WaitingPages(Members members, Organisations organisations, MemberViews views) {
        this.members = members;
        this.organisations = organisations;
        this.views = views;
    }

    /// @param coming accounts that staff gives: nothing is to be answered, the day is to be known
    public record WaitingPage(List<Place> places, List<Place> holderships, List<Place> coming) {
        /// The word that introduces them: nothing changes without the reader's consent but what
        /// staff gives.
        public String lead() {
            if (coming.isEmpty()) {
                return "member.waiting.lead";
            }
            return places.isEmpty() && holderships.isEmpty()
                    ? "member.waiting.lead.coming"
                    : "member.waiting.lead.both";
        }
    }

    /// @param by who offers it
    public record Place(String id, String organisation, String role, String by, String until) {}

    @GetMapping
    String all(@AuthenticationPrincipal SignedIn who, Frame frame, Model model) {
        var places =
                members.invitationsFor(who.person()).stream()
                        .map(one ->
                                new Place(
                                        one.id().toString(),
                                        organisations.get(one.organisation()).name(),
                                        MemberViews.role(one.role(), frame),
                                        views.name(one.invitedBy()),
                                        MemberViews.day(one.expires(), frame)))
                        .toList();
        model.addAttribute(
                "page",
                new WaitingPage(
                        places, holderships(who, false, frame), holderships(who, true, frame)));
        return "portal/members/waiting";
    }

    private List<Place> holderships(SignedIn who, boolean byStaff, Frame frame) {
        return members.handOversOf(who.id()).stream()
                .filter(one -> one.to().equals(who.id()) && one.byStaff().isPresent() == byStaff)
                .map(one ->
                        new Place(
                                one.id().toString(),
                                organisations.get(one.organisation()).name(),
                                frame.word("member.role.holder"),
                                views.name(one.from()),
                                MemberViews.day(one.due(), frame)))
                .toList();
    }

    @PostMapping("/invitations/{id}")
    String answerInvitation(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable InvitationId id,
            @RequestParam boolean accept,
            Frame frame,
            RedirectAttributes redirect) {
        var outcome = members.answerInvitation(who.person(), id, accept);
        MembersPages.notice(outcome, frame).showAfter(redirect);
        return outcome.isDone() ? "redirect:/organisations" : "redirect:/organisation/waiting";
    }

    @PostMapping("/hand-overs/{id}")
    String answerHandOver(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable HandOverId id,
            @RequestParam boolean accept,
            Frame frame,
            RedirectAttributes redirect) {
        var outcome = members.answerProposal(who.person(), id, accept);
        MembersPages.notice(outcome, frame).showAfter(redirect);
        return outcome.isDone()
                ? "redirect:/organisation/members"
                : "redirect:/organisation/waiting";
    }
}
