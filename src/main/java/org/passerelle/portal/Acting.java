package org.passerelle.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisations;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/// The organisation a member acts for. A cookie remembers which of theirs they chose; whether it is
/// theirs is asked on every request.
@Component
public class Acting {
    private static final String COOKIE = "organisation";
    private static final String ASKED = Acting.class.getName() + ".memberships";

    private final Organisations organisations;

    Acting(Organisations organisations) {
        this.organisations = organisations;
    }

    /// The chosen organisation, or the first of the person's; empty when they have none.
    public Optional<Membership> of(SignedIn who, HttpServletRequest request) {
        var all = all(who, request);
        var cookie = WebUtils.getCookie(request, COOKIE);
        var chosen = cookie == null ? "" : cookie.getValue();
        return all.stream()
                .filter(one -> one.organisation().toString().equals(chosen))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// The same for a page of the organisation: for those who have none it does not exist.
    public Membership member(SignedIn who, HttpServletRequest request) {
        return of(who, request)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// What stands in place of a page for somebody who has no organisation yet: the way to one.
    ///
    /// @param title names the page: a word of `ordering`, such as `orders`
    public static String none(String title, Model model) {
        model.addAttribute("title", title);
        return "portal/ordering/no-organisation";
    }

    /// All of the person's organisations; the database is asked once for a request.
    List<Membership> all(SignedIn who, HttpServletRequest request) {
        if (request.getAttribute(ASKED) instanceof List<?> known) {
            return known.stream().map(Membership.class::cast).toList();
        }
        var all = organisations.organisationsOf(who.id());
        request.setAttribute(ASKED, all);
        return all;
    }

    /// The same for a page that only a member with this role may use: for others it does not exist.
    public OrganisationId as(MemberRole needed, SignedIn who, HttpServletRequest request) {
        return of(who, request)
                .filter(membership -> membership.role().mayActAs(needed))
                .map(Membership::organisation)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// Remembers the organisation for this browser; one that is not the person's is ignored later.
    public static void choose(
            OrganisationId organisation, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, organisation.toString())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
