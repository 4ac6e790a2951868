package org.passerelle.token.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.token.Representative;
import org.passerelle.token.TokenId;
import org.passerelle.token.TokenState;
import org.passerelle.token.TokenState.Revoker;
import org.passerelle.token.domain.IssuedToken.Code;
import org.passerelle.token.domain.IssuedToken.Revocation;

class IssuedTokenTest {
    private static final Instant MADE = Instant.parse("2026-01-30T10:15:30Z");

    private static IssuedToken made() {
        return new IssuedToken(
                TokenId.random(),
                OrganisationId.random(),
                OfficeId.of("office"),
                new Representative("Maëlle", "Thoma", "maelle@example.org"),
                MADE,
                PersonId.random(),
                Optional.empty(),
                Code.issued(new byte[] {1}, new byte[] {2}, MADE));
    }

    @Test
    @Requirement("TOK-03")
    void is_valid_for_sixty_days_to_the_second() {
        var end = Instant.parse("2026-03-31T10:15:30Z");
        assertThat(Duration.between(MADE, end)).isEqualTo(Duration.ofDays(60));
        assertThat(made().at(MADE)).isEqualTo(new TokenState.Valid(end));
        assertThat(made().at(end.minusSeconds(1))).isEqualTo(new TokenState.Valid(end));
        assertThat(made().at(end.minusNanos(1))).isEqualTo(new TokenState.Valid(end));
        assertThat(made().at(end)).isEqualTo(new TokenState.Expired(end));
    }

    @Test
    @Requirement("TOK-03")
    void sixty_days_are_as_long_when_the_clocks_change_in_between() {
        // Luxembourg goes to summer time on 29 March 2026: a day of the sixty has 23 hours there.
        assertThat(made().code().expiresAt().getEpochSecond() - MADE.getEpochSecond())
                .isEqualTo(60L * 24 * 60 * 60);
    }

    @Test
    @Requirement("TOK-04")
    void renewing_begins_sixty_days_anew() {
        var renewed = MADE.plus(Duration.ofDays(100));
        var token = made().renewed(Code.issued(new byte[] {3}, new byte[] {4}, renewed));
        assertThat(token.at(renewed))
                .isEqualTo(new TokenState.Valid(renewed.plus(Duration.ofDays(60))));
    }

    @Test
    @Requirement({"TOK-06", "TOK-07"})
    void of_several_reasons_the_gravest_is_told() {
        var late = MADE.plus(Duration.ofDays(61));
        var replaced = withReplacedCode(made());
        assertThat(replaced.at(late)).isEqualTo(new TokenState.Replaced(MADE.plusSeconds(5)));
        var revocation = new Revocation(MADE.plusSeconds(9), Revoker.STAFF);
        assertThat(replaced.revoked(revocation).at(late))
                .isEqualTo(new TokenState.Revoked(MADE.plusSeconds(9), Revoker.STAFF));
    }

    private static IssuedToken withReplacedCode(IssuedToken token) {
        var code = token.code();
        return token.renewed(
                new Code(
                        code.fingerprint(),
                        Optional.empty(),
                        code.issuedAt(),
                        code.expiresAt(),
                        Optional.of(MADE.plusSeconds(5))));
    }

    @Test
    @Requirement("TOK-01")
    void has_eight_and_sixteen_lower_case_hexadecimal_characters() {
        var seen = new HashSet<String>();
        var places = new int[25][128];
        for (var i = 0; i < 20_000; i++) {
            var text = TokenCode.random().text();
            assertThat(text).matches("[0-9a-f]{8}@[0-9a-f]{16}");
            assertThat(seen.add(text)).isTrue();
            for (var place = 0; place < text.length(); place++) {
                places[place][text.charAt(place)]++;
            }
        }
        // Every character stands in every place about as often: 1250 times, 8 sigma either way.
        for (var place = 0; place < places.length; place++) {
            for (var character : "0123456789abcdef".toCharArray()) {
                if (place != 8) {
                    assertThat(places[place][character]).isBetween(950, 1550);
                }
            }
        }
    }

    @Test
    @Requirement("TOK-01")
    void reads_what_people_paste() {
        assertThat(TokenCode.of(" 123A4567@1b234c5de6789000\n"))
                .contains(new TokenCode("123a4567@1b234c5de6789000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123a4567",
                "123a4567@1b234c5de678900",
                "123a4567@1b234c5de67890000",
                "123g4567@1b234c5de6789000",
                "123a4567 1b234c5de6789000",
                "１23a4567@1b234c5de6789000"
            })
    @Requirement("TOK-01")
    void takes_no_other_form(String text) {
        assertThat(TokenCode.of(text)).isEmpty();
        assertThatThrownBy(() -> new TokenCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void does_not_show_itself_in_logs() {
        var code = TokenCode.random();
        assertThat(code.toString()).doesNotContain(code.text());
    }
}
