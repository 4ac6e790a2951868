package org.passerelle.portal.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.token.Look;
import org.passerelle.token.TokenState;
import org.passerelle.token.TokenView;
import org.passerelle.ui.Frame;
import org.passerelle.ui.LogEntry;
import org.springframework.stereotype.Component;

/// Says tokens and looks in a reader's words.
@Component
class TokenWriter {
    /// From so long before its end on, a token is said to expire soon and may be renewed.
    static final Duration SOON = Duration.ofDays(14);

    private final Organisations organisations;
    private final Packs packs;
    private final Clock clock;

    TokenWriter(Organisations organisations, Packs packs, Clock clock) {
        this.organisations = organisations;
        this.packs = packs;
        this.clock = clock;
    }

    Pack packOf(org.passerelle.kernel.OrganisationId organisation) {
        return packs.get(organisations.get(organisation).office());
    }

    TokensPage.Row row(TokenView token, boolean holder, Pack pack, Frame frame) {
        var state = token.state();
        var isSoon =
                state instanceof TokenState.Valid(var until)
                        && !clock.instant().plus(SOON).isBefore(until);
        var mayRenew = state instanceof TokenState.Expired || isSoon;
        return new TokensPage.Row(
                token.id().toString(),
                token.person().name(),
                token.person().email(),
                holder ? token.code() : java.util.Optional.empty(),
                tone(state, isSoon),
                state(state, isSoon, frame),
                hint(state, frame),
                token.uses().stream().map(use -> use(use, pack, frame)).toList(),
                !token.uses().isEmpty() && !(state instanceof TokenState.Valid),
                holder && mayRenew,
                holder && state instanceof TokenState.Valid);
    }

    private static String tone(TokenState state, boolean isSoon) {
        return switch (state) {
            case TokenState.Valid _ -> isSoon ? "warn" : "ok";
            case TokenState.Expired _, TokenState.Replaced _ -> "mute";
            case TokenState.Revoked _ -> "bad";
        };
    }

    private String state(TokenState state, boolean isSoon, Frame frame) {
        return switch (state) {
            case TokenState.Valid(var until) when isSoon ->
                    frame.word("token.state.soon", daysTo(until));
            case TokenState.Valid _ -> frame.word("token.state.valid");
            case TokenState.Expired _ -> frame.word("token.state.expired");
            case TokenState.Replaced _ -> frame.word("token.state.replaced");
            case TokenState.Revoked _ -> frame.word("token.state.revoked");
        };
    }

    private long daysTo(Instant until) {
        return Math.max(0, Duration.between(clock.instant(), until).toDays());
    }

    private static String hint(TokenState state, Frame frame) {
        return switch (state) {
            case TokenState.Valid(var until) -> frame.word("token.until", moment(until, frame));
            case TokenState.Expired(var since) -> moment(since, frame);
            case TokenState.Replaced(var since) -> moment(since, frame);
            case TokenState.Revoked(var since, var by) ->
                    frame.word(
                            "token.revoked-by." + by.name().toLowerCase(Locale.ROOT),
                            moment(since, frame));
        };
    }

    private static String moment(Instant moment, Frame frame) {
        return frame.words().dateTime(moment, frame.zone());
    }

    private static String use(TokenView.Use use, Pack pack, Frame frame) {
        var day = use.at().atZone(frame.zone()).toLocalDate();
        return frame.word("token.use", partner(use.partner(), pack), day);
    }

    List<LogEntry> looks(List<Look> looks, Pack pack, Frame frame) {
        return looks.stream().map(look -> look(look, pack, frame)).toList();
    }

    private static LogEntry look(Look look, Pack pack, Frame frame) {
        var tone =
                switch (look.result()) {
                    case ELIGIBLE -> "ok";
                    case NOT_ELIGIBLE, NOT_QUALIFIED -> "bad";
                    case UNDECIDED -> "warn";
                    case EXPIRED, REVOKED, REPLACED -> "mute";
                };
        var kind = frame.word("token.look." + look.kind().name().toLowerCase(Locale.ROOT));
        var result =
                frame.word(
                        "token.result."
                                + look.result().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new LogEntry(
                tone,
                frame.word("token.look", partner(look.partner(), pack), look.person()),
                look.at(),
                kind,
                result);
    }

    private static String partner(String word, Pack pack) {
        return pack.partner(PartnerId.of(word)).map(found -> found.name()).orElse(word);
    }
}
