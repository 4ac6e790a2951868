package org.passerelle.portal.catalogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.catalogue.Catalogue;
import org.passerelle.catalogue.FindOutcome;
import org.passerelle.catalogue.ProductAlerts;
import org.passerelle.identity.SignedIn;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Membership;
import org.passerelle.pack.model.OfferId;
import org.passerelle.portal.Acting;
import org.passerelle.portal.ServingOffice;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.passerelle.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The page of one offer; an old address leads to the successor and says so (CAT-03, CAT-04).
@Controller
class OfferPages {
    private final Catalogue catalogue;
    private final ServingOffice serving;
    private final Acting acting;
    private final ProductAlerts alerts;

    OfferPages(Catalogue catalogue, ServingOffice serving, Acting acting, ProductAlerts alerts) {
        this.catalogue = catalogue;
        this.alerts = alerts;
        this.serving = serving;
        this.acting = acting;
    }

    @GetMapping("/offers/{id}")
    Object offer(
            @PathVariable String id,
            @RequestParam(name = "instead-of", required = false) @Nullable String insteadOf,
            @AuthenticationPrincipal @Nullable SignedIn who,
            Words words,
            HttpServletRequest request,
            Model model) {
        var membership = Optional.ofNullable(who).flatMap(person -> acting.of(person, request));
        var pack = serving.of(request);
        var office = pack.id();
        var organisation = serving.organisation(request);
        return switch (catalogue.find(office, OfferId.of(id), organisation)) {
            case FindOutcome.Found(var view) -> {
                var others = catalogue.offers(office, view.offer().alternatives(), organisation);
                var writer = new OfferWriter(pack, words);
                model.addAttribute(
                        "page",
                        writer.page(
                                view,
                                others,
                                reader(who, membership, view.offer().id()),
                                Optional.ofNullable(insteadOf)));
                yield "portal/catalogue/offer";
            }
            case FindOutcome.SucceededBy(var successor) -> movedTo(successor, id);
            case FindOutcome.Unknown() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private OfferWriter.Reader reader(
            @Nullable SignedIn who, Optional<Membership> membership, OfferId offer) {
        return new OfferWriter.Reader(
                who != null,
                membership.isPresent(),
                membership.filter(m -> m.role().mayActAs(MemberRole.ORDERER)).isPresent(),
                membership.flatMap(m -> alerts.waiting(m.person(), m.organisation(), offer)));
    }

    /// Has the reader told when the offer is back (CAT-05).
    @PostMapping("/offers/{id}/alert")
    String alert(@PathVariable String id, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var organisation = acting.as(MemberRole.READER, who, sent.request());
        var page = "/offers/" + id;
        return switch (alerts.ask(who.id(), organisation, OfferId.of(id))) {
            case NOTED -> sent.done(page, "catalogue.alert.noted");
            case THERE_IS_SOME -> sent.done(page, "catalogue.alert.there");
            case NOT_ON_SALE ->
                    sent.lead(page, Notice.info(sent.frame().word("catalogue.alert.gone")));
        };
    }

    /// For ever: bookmarks and search engines may learn the new address.
    private static View movedTo(OfferId successor, String old) {
        var view = new RedirectView("/offers/" + successor + "?instead-of=" + old);
        view.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
        view.setExposeModelAttributes(false);
        return view;
    }
}
