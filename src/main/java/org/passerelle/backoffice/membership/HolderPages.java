package org.passerelle.backoffice.membership;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.HandOver;
import org.passerelle.organisation.HandOverId;
import org.passerelle.organisation.MemberOutcome;
import org.passerelle.organisation.MemberOutcome.Reason;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisations;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.SafeDownload;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Gives the account holder's role to another person when the holder has left (ACC-05).
@Controller
@RequestMapping(MembershipPages.PATH)
public class HolderPages {
    private final Members members;
    private final Organisations organisations;
    private final MembershipViews views;

    HolderPages(Members members, Organisations organisations, MembershipViews views) {
        this.members = members;
        this.organisations = organisations;
        this.views = views;
    }

    /// @param days that the holder has to object
    public record HolderPage(
            String id, String name, List<Fact> members, int days, Form form, FormErrors errors) {}

    @GetMapping("/holder/{id}")
    String form(@PathVariable OrganisationId id, Frame frame, Model model) {
        if (organisations.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("page", views.holder(id, Form.empty(), FormErrors.none(), frame));
        return "backoffice/membership/holder";
    }

    @PostMapping("/holder/{id}")
    String replace(
            @PathVariable OrganisationId id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal SignedIn who,
            Form form,
            Frame frame,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model)
            throws IOException {
        if (organisations.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var missing = missing(form, file);
        if (missing.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", views.holder(id, form, missing, frame));
            return "backoffice/membership/holder";
        }
        var given = file == null ? null : file.getOriginalFilename();
        var wanted =
                new Members.NewHolder(
                        form.trimmed("email"),
                        form.trimmed("reason"),
                        given == null ? "" : given,
                        file == null ? new byte[0] : file.getBytes());
        var outcome = members.replaceHolder(MembershipPages.staff(who), id, wanted);
        if (outcome instanceof MemberOutcome.Refused(var reason)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = FormErrors.none().with(field(reason), MembershipPages.key(reason));
            model.addAttribute("page", views.holder(id, form, errors, frame));
            return "backoffice/membership/holder";
        }
        Notice.ok(frame.word("member.staff.replace.done")).showAfter(redirect);
        return "redirect:" + MembershipPages.PATH;
    }

    /// All that is not filled in, at once.
    private static FormErrors missing(Form form, @Nullable MultipartFile file) {
        return FormErrors.none()
                .withIf(
                        form.trimmed("email").isEmpty(),
                        "email",
                        MembershipPages.key(Reason.NOBODY_WITH_THIS_ADDRESS))
                .withIf(
                        form.trimmed("reason").isEmpty(),
                        "reason",
                        MembershipPages.key(Reason.REASON_MISSING))
                .withIf(
                        file == null || file.isEmpty(),
                        "file",
                        MembershipPages.key(Reason.FILE_NOT_TAKEN));
    }

    private static String field(Reason reason) {
        return switch (reason) {
            case REASON_MISSING -> "reason";
            case FILE_NOT_TAKEN, FILE_INFECTED -> "file";
            default -> "email";
        };
    }

    @GetMapping("/replacements/{id}/proof")
    ResponseEntity<Resource> proof(@PathVariable HandOverId id) {
        return SafeDownload.of(
                members.handOver(id)
                        .flatMap(HandOver::byStaff)
                        .map(HandOver.ByStaff::proof)
                        .flatMap(members::proofFile));
    }
}
