package org.passerelle.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;

@Requirement("NOT-01")
class WordsTest {
    private static final Map<String, String> TEXTS =
            Map.of(
                    "audit.product.refund-policy", "la règle de l’offre",
                    "left", "{0,choice,0#rien|1#1 jour|1<{0} jours}",
                    "paid", "Payé {0} le {1}.",
                    "many", "{0} lignes",
                    "of", "Parce que {1} parle au nom de {0}",
                    "to", "À {0}, à {0} et à {1}");
    private final Words french = new Words(Language.FR, TEXTS, true);
    private final Words english = new Words(Language.EN, TEXTS, true);
    private final Words dutch = new Words(Language.NL, TEXTS, true);
    private final Words german = new Words(Language.DE, TEXTS, true);

    @Test
    void amounts_are_written_as_each_language_does() {
        assertThat(french.money(Money.parse("EUR 1120.5"))).isEqualTo("1\u00a0120,50\u00a0€");
        assertThat(english.money(Money.parse("EUR 1120.5"))).isEqualTo("€1,120.50");
        assertThat(english.money(Money.parse("EUR -4.2"))).isEqualTo("-€4.20");
        assertThat(french.roundMoney(Money.parse("USD 4800"))).isEqualTo("4\u00a0800\u00a0USD");
        assertThat(english.roundMoney(Money.parse("USD 4800"))).isEqualTo("USD\u00a04,800");
        assertThat(french.roundMoney(Money.parse("EUR 38.40"))).isEqualTo("38,40\u00a0€");
        assertThat(dutch.money(Money.parse("EUR 1120.5"))).isEqualTo("€\u00a01.120,50");
        assertThat(dutch.roundMoney(Money.parse("CAD 4800"))).isEqualTo("CAD\u00a04.800");
        assertThat(german.money(Money.parse("EUR 1120.5"))).isEqualTo("1.120,50\u00a0€");
        assertThat(german.roundMoney(Money.parse("CAD 4800"))).isEqualTo("4.800\u00a0CAD");
    }

    @Test
    void days_and_times_are_written_as_each_language_does() {
        var zone = ZoneId.of("Europe/Luxembourg");
        assertThat(french.date(LocalDate.of(2027, 7, 1))).isEqualTo("1er juillet 2027");
        assertThat(french.date(LocalDate.of(2027, 7, 11))).isEqualTo("11 juillet 2027");
        assertThat(english.date(LocalDate.of(2027, 7, 1))).isEqualTo("1 July 2027");
        assertThat(french.weekday(LocalDate.of(2026, 12, 1))).isEqualTo("mardi 1er décembre");
        assertThat(french.dateTime(Instant.parse("2026-02-09T15:05:00Z"), zone))
                .isEqualTo("9 février 2026, 16\u00a0h\u00a005");
        assertThat(english.dateTime(Instant.parse("2026-02-09T15:05:00Z"), zone))
                .isEqualTo("9 February 2026, 16:05");
        assertThat(dutch.dateTime(Instant.parse("2026-02-09T15:05:00Z"), zone))
                .isEqualTo("9 februari 2026, 16.05\u00a0uur");
        assertThat(dutch.weekday(LocalDate.of(2026, 12, 1))).isEqualTo("dinsdag 1 december");
        assertThat(german.dateTime(Instant.parse("2026-02-09T15:05:00Z"), zone))
                .isEqualTo("9. Februar 2026, 16:05\u00a0Uhr");
        assertThat(german.weekday(LocalDate.of(2026, 12, 1))).isEqualTo("Dienstag, 1. Dezember");
        assertThat(english.shortDate(LocalDate.of(2026, 2, 9))).isEqualTo("9\u00a0Feb");
        assertThat(german.shortDate(LocalDate.of(2026, 2, 9))).isEqualTo("9.\u00a0Feb.");
    }

    @Test
    void shares_and_numbers_are_written_as_each_language_does() {
        assertThat(french.percent(.97)).isEqualTo("97\u00a0%");
        assertThat(german.percent(.97)).isEqualTo("97\u00a0%");
        assertThat(english.percent(.97)).isEqualTo("97%");
        assertThat(dutch.percent(.97)).isEqualTo("97%");
        assertThat(dutch.get("many", 1356)).isEqualTo("1.356 lignes");
        assertThat(german.get("many", 1356)).isEqualTo("1.356 lignes");
    }

    @Test
    @Requirement("ACC-08")
    void what_the_product_did_is_said_by_its_part_and_people_keep_their_names() {
        assertThat(french.actor("refund policy")).isEqualTo("la règle de l’offre");
        assertThat(french.actor("Marc Thill")).isEqualTo("Marc Thill");
    }

    @Test
    void arguments_are_written_in_the_language() {
        assertThat(french.get("paid", Money.parse("EUR 44.46"), LocalDate.of(2026, 12, 7)))
                .isEqualTo("Payé 44,46\u00a0€ le 7 décembre 2026.");
        assertThat(french.get("left", 0)).isEqualTo("rien");
        assertThat(french.get("left", 1)).isEqualTo("1 jour");
        assertThat(french.get("left", 2)).isEqualTo("2 jours");
        assertThat(french.get("many", 1356)).isEqualTo("1\u00a0356 lignes");
    }

    @Test
    void french_elides_before_a_name_that_begins_with_a_vowel() {
        assertThat(french.get("of", "Adobe", "Élise"))
                .isEqualTo("Parce qu’Élise parle au nom d’Adobe");
        assertThat(french.get("of", "Cisco", "Bruno"))
                .isEqualTo("Parce que Bruno parle au nom de Cisco");
        assertThat(french.get("of", "Hôpital d'Ici", "Yves"))
                .isEqualTo("Parce qu’Yves parle au nom d’Hôpital d'Ici");
        assertThat(french.get("of", "Handicap", "Yahoo"))
                .isEqualTo("Parce que Yahoo parle au nom de Handicap");
        assertThat(french.get("of", 11, 8)).isEqualTo("Parce que 8 parle au nom de 11");
        assertThat(dutch.get("of", "Adobe", "Elise"))
                .isEqualTo("Parce que Elise parle au nom de Adobe");
    }

    @Test
    void french_joins_the_article_a_name_begins_with() {
        assertThat(french.get("of", "Les Amis d'Ici", "Les Lucioles"))
                .isEqualTo("Parce que Les Lucioles parle au nom des Amis d'Ici");
        assertThat(french.get("to", "Les Amis", "Les Paul"))
                .isEqualTo("Aux Amis, aux Amis et aux Paul");
        assertThat(french.get("to", "Ici", "Le Thi Hoa")).isEqualTo("À Ici, à Ici et à Le Thi Hoa");
    }

    @Test
    void a_key_nobody_wrote_fails_in_tests_and_shows_itself_to_readers() {
        assertThatThrownBy(() -> french.get("unwritten"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Words(Language.FR, TEXTS, false).get("unwritten")).isEqualTo("unwritten");
    }
}
