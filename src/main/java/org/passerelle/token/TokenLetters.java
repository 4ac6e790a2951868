package org.passerelle.token;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.WebAddress;
import org.passerelle.organisation.Correspondence;
import org.passerelle.organisation.Correspondence.Note;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.token.domain.IssuedToken;
import org.springframework.stereotype.Component;

/// What an organisation is written about its tokens: what the office did to them, and that a
/// partner validated it (NOT-01). What its holder does, the page says at once.
@Component
class TokenLetters {
    private static final String WHY = "token.letter.why";

    private final Correspondence correspondence;
    private final Organisations organisations;
    private final Packs packs;
    private final WebAddress web;

    TokenLetters(
            Correspondence correspondence,
            Organisations organisations,
            Packs packs,
            WebAddress web) {
        this.correspondence = correspondence;
        this.organisations = organisations;
        this.packs = packs;
        this.web = web;
    }

    /// Staff ended these many tokens; the reason stays in the office's trail.
    void allRevoked(OrganisationId id, int count, Instant at) {
        var to = organisations.get(id);
        var words = correspondence.words(to);
        var layout =
                correspondence
                        .begin(to, words.get("token.letter.all-revoked.subject", to.name()))
                        .paragraph(words.get("token.letter.all-revoked.text", count))
                        .then(words.get("token.letter.all-revoked.then"))
                        .button(words.get("token.letter.button"), web.of("/tokens"));
        correspondence.send(
                to, new Note("token.all-revoked", layout, WHY, id + ":" + at, Optional.empty()));
    }

    /// A partner used a token for the first time: from now on the organisation is validated there.
    /// Whoever did not expect it learns it from this.
    void validated(IssuedToken token, Validation validation) {
        var to = organisations.get(token.organisation());
        var words = correspondence.words(to);
        var pack = packs.get(token.office());
        var partner =
                pack.partner(PartnerId.of(validation.partner()))
                        .map(one -> one.name())
                        .orElse(validation.partner());
        var day = validation.since().atZone(pack.office().zone()).toLocalDate();
        var begun =
                correspondence
                        .begin(to, words.get("token.letter.validated.subject", partner, to.name()))
                        .paragraph(
                                words.get(
                                        "token.letter.validated.text",
                                        partner,
                                        token.person().name(),
                                        words.date(day)))
                        .then(words.get("token.letter.validated.then"))
                        .button(words.get("token.letter.button"), web.of("/tokens"));
        var layout =
                validation
                        .until()
                        .map(until ->
                                begun.fact(
                                        words.get("token.letter.validated.until"),
                                        words.date(until)))
                        .orElse(begun);
        var unique = token.organisation() + ":" + validation.partner();
        correspondence.send(to, new Note("token.validated", layout, WHY, unique, Optional.empty()));
    }
}
