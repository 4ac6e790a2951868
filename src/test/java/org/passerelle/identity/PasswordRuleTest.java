package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.InstalledSettings;
import org.passerelle.Requirement;

@Requirement("ACC-01")
class PasswordRuleTest {
    private static final Passwords PASSWORDS = asInstalled();
    private static final List<String> INES =
            PersonalWords.of("ines.kremer", "ines@pont-vieux.example", "Inès", "Kremer");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sept ponts",
                "correct horse battery staple",
                "8chars!!",
                "une phrase qui nomme Kremer une fois",
                "日本語のパスワード",
                "no digits needed"
            })
    void takes_what_is_long_enough_without_asking_for_digits_or_signs(String password) {
        assertThat(PASSWORDS.check(password, INES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "short, PASSWORD_TOO_SHORT",
        "password1, PASSWORD_COMMON",
        "PassWord1, PASSWORD_COMMON",
        "12345678, PASSWORD_COMMON",
        "motdepasse, PASSWORD_COMMON",
        "azertyuiop, PASSWORD_COMMON",
        "zzzzzzzzzz, PASSWORD_COMMON",
        "ines.kremer, PASSWORD_NAMES_YOU",
        "kremer2026, PASSWORD_NAMES_YOU",
        "Passerelle1, PASSWORD_NAMES_YOU",
        "pont-vieux1, PASSWORD_NAMES_YOU"
    })
    void refuses_what_would_be_tried_first(String password, AccountFault fault) {
        assertThat(PASSWORDS.check(password, INES)).containsExactly(fault);
    }

    @Test
    void takes_two_hundred_characters_and_tells_the_last_one_apart() {
        var long200 = "ab".repeat(100);
        assertThat(PASSWORDS.check(long200, INES)).isEmpty();
        assertThat(PASSWORDS.check(long200 + "c", INES))
                .containsExactly(AccountFault.PASSWORD_TOO_LONG);
        var hash = PASSWORDS.hash(long200);
        assertThat(PASSWORDS.matches(long200, hash)).isTrue();
        assertThat(PASSWORDS.matches("ab".repeat(99) + "ac", hash)).isFalse();
    }

    @Test
    void stores_argon2id_at_the_recommended_cost_with_a_salt_of_its_own() {
        var hash = PASSWORDS.hash("sept ponts sur l'eau");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(PASSWORDS.hash("sept ponts sur l'eau")).isNotEqualTo(hash);
    }

    @Test
    void the_same_characters_from_another_keyboard_are_the_same_password() {
        var composed = "pass\u00e9 compos\u00e9";
        var decomposed = "passe\u0301 compose\u0301";
        assertThat(PASSWORDS.matches(decomposed, PASSWORDS.hash(composed))).isTrue();
    }

    /// At the cost that whoever installs the product gets.
    private static Passwords asInstalled() {
        var settings = InstalledSettings.with(Map.of());
        return new Passwords(
                settings.getRequiredProperty("passerelle.password-hash.memory-kib", int.class),
                settings.getRequiredProperty("passerelle.password-hash.passes", int.class));
    }
}
