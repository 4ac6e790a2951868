package org.passerelle.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.token.TokenFixture.BUDGET_SMALL;
import static org.passerelle.token.TokenFixture.code;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.IssuedKey;
import org.passerelle.notification.Notification;
import org.passerelle.notification.SentLetter;
import org.passerelle.token.TokenFixture.Member;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What partners' looks bring with them: guesses are slowed, first uses are told.
@ProductTest
class TokenLooksTest {
    @Autowired Tokens tokens;
    @Autowired Notification notification;
    @Autowired ApplicationContext context;

    private TokenFixture fixture() {
        return context.getAutowireCapableBeanFactory().createBean(TokenFixture.class);
    }

    @Test
    @Requirement("TOK-06")
    void guesses_are_stopped_by_key_and_good_tokens_are_not_counted() {
        var fixture = fixture();
        var key = fixture.key("google", "tokens:verify");
        var member = fixture.qualified(BUDGET_SMALL);
        var code = code(fixture.token(member));
        for (var i = 0; i < 40; i++) {
            assertThat(guess(key, code, i)).isInstanceOf(CheckOutcome.Answer.class);
        }
        for (var i = 0; i < 30; i++) {
            assertThat(guess(key, unknown(i), i)).isInstanceOf(CheckOutcome.Unknown.class);
        }
        assertThat(guess(key, code, 50)).isInstanceOf(CheckOutcome.TooManyTries.class);
        assertThat(guess(fixture.key("google", "tokens:verify"), code, 51))
                .as("another key is not held up")
                .isInstanceOf(CheckOutcome.Answer.class);
    }

    @Test
    @Requirement({"TOK-05", "NOT-01"})
    void the_first_use_with_a_partner_is_told_once_and_a_look_is_not() {
        var fixture = fixture();
        var member = fixture.qualified(BUDGET_SMALL);
        var code = code(fixture.token(member));
        var key = fixture.key("google", "tokens:verify", "tokens:redeem");
        tokens.verify(fixture.checking(key, code));
        assertThat(told(member)).isEmpty();
        tokens.redeem(fixture.checking(key, code));
        tokens.redeem(fixture.checking(key, code(fixture.token(member))));

        assertThat(told(member))
                .as("to the official address and to the holder")
                .hasSize(2)
                .allSatisfy(letter -> {
                    assertThat(letter.subject()).contains("Google");
                    assertThat(letter.text()).contains("/tokens").doesNotContain(code);
                });
    }

    private List<SentLetter> told(Member member) {
        return notification.ofOrganisation(member.organisation()).stream()
                .filter(letter -> letter.template().equals("token.validated"))
                .toList();
    }

    @Test
    @Requirement("TOK-06")
    void what_can_be_no_token_is_no_guess() {
        var fixture = fixture();
        var key = fixture.key("google", "tokens:verify");
        for (var i = 0; i < 70; i++) {
            assertThat(verify(key, "our visitors mistype " + i, "127.6.2.1"))
                    .isInstanceOf(CheckOutcome.Unknown.class);
        }
        var code = code(fixture.token(fixture.qualified(BUDGET_SMALL)));
        assertThat(verify(key, code, "127.6.2.1")).isInstanceOf(CheckOutcome.Answer.class);
    }

    @Test
    @Requirement("TOK-06")
    void guesses_are_stopped_by_address_and_spare_the_partner_there_who_made_none() {
        var fixture = fixture();
        var code = code(fixture.token(fixture.qualified(BUDGET_SMALL)));
        var address = "127.6.3.1";
        for (var i = 0; i < 64; i++) {
            var guesser = fixture.key("google", "tokens:verify");
            assertThat(verify(guesser, unknown(i), address))
                    .isInstanceOf(CheckOutcome.Unknown.class);
        }
        var guesser = fixture.key("google", "tokens:verify");
        verify(guesser, unknown(0), address);
        assertThat(verify(guesser, code, address)).isInstanceOf(CheckOutcome.TooManyTries.class);
        assertThat(verify(fixture.key("google", "tokens:verify"), code, address))
                .isInstanceOf(CheckOutcome.Answer.class);
    }

    private static String unknown(int one) {
        return "0123456%x@0123456789abcdef".formatted(one % 16);
    }

    private CheckOutcome verify(IssuedKey key, String code, String from) {
        return tokens.verify(
                new Checking(key.key(), code, Optional.empty(), Optional.empty(), from));
    }

    private CheckOutcome guess(IssuedKey key, String code, int host) {
        return tokens.verify(
                new Checking(
                        key.key(), code, Optional.empty(), Optional.empty(), "127.6.0." + host));
    }
}
