package org.passerelle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.words.TestWords;

/// Renders parts by themselves, without a server.
class PartsTest {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "org.passerelle.ui.templates");
    private static final Frame FRAME = TestFrame.in(Language.FR);

    @Test
    void a_field_shows_what_was_typed_and_leads_from_its_error_to_itself() {
        var errors = FormErrors.none().with("rcs", "ui.sample.rcs", "F48271934", 8);
        var html =
                render(
                        "ui/field/text",
                        Map.of(
                                "frame",
                                FRAME,
                                "form",
                                Form.of(Map.of("rcs", "<F48271934>")),
                                "errors",
                                errors,
                                "name",
                                "rcs",
                                "label",
                                "Numéro RCS",
                                "hint",
                                "Une lettre et un à six chiffres."));

        assertThat(html)
                .contains(
                        "<label for=\"f-rcs\">",
                        "value=\"&lt;F48271934>\"",
                        "aria-invalid=\"true\"",
                        "aria-describedby=\"f-rcs-e f-rcs-h\"",
                        "id=\"f-rcs-e\"",
                        "compte 8 chiffres\u00a0;");
        assertThat(render("ui/errors", Map.of("frame", FRAME, "errors", errors)))
                .contains("href=\"#f-rcs\"", "Un champ à corriger", "role=\"alert\"");
    }

    @Test
    void a_field_without_error_says_nothing_of_errors() {
        var html = render("ui/field/text", Map.of("frame", FRAME, "name", "rcs", "label", "RCS"));

        assertThat(html).doesNotContain("aria-invalid", "aria-describedby", "error");
    }

    @Test
    void choices_keep_what_was_chosen() {
        var options =
                List.of(Option.of("asbl", "Association"), Option.of("sis", "SIS").in("Autres"));
        var form = Form.empty().with("form", "sis");
        var same = Map.of("frame", FRAME, "form", form, "name", "form", "label", "Forme");

        assertThat(render("ui/field/select", with(same, "options", options)))
                .contains("<optgroup label=\"Autres\">", "value=\"sis\" selected");
        assertThat(render("ui/field/radios", with(same, "options", options)))
                .contains("id=\"f-form\"", "id=\"f-form-1\"", "value=\"sis\" checked");
        assertThat(render("ui/field/checkbox", with(same, "value", "sis")))
                .contains("type=\"checkbox\"", " checked");
    }

    @Requirement("ORD-04")
    @Test
    void a_meter_has_a_pier_for_each_unit_and_one_bar_for_many() {
        assertThat(Meter.units(4, 2, 1, "").parts())
                .extracting(Meter.Part::mark)
                .containsExactly("m-used", "m-used", "m-held", "m-free");
        assertThat(Meter.units(50, 25, 5, "").parts())
                .containsExactly(
                        new Meter.Part("m-free", "0.00%", "100.00%"),
                        new Meter.Part("m-held", "50.00%", "10.00%"),
                        new Meter.Part("m-used", "0.00%", "50.00%"));
        assertThat(Meter.amount(BigDecimal.TEN, BigDecimal.valueOf(12), BigDecimal.ONE, "").parts())
                .contains(new Meter.Part("m-used", "0.00%", "100.00%"));
    }

    @Test
    void due_times_have_words_an_icon_and_a_colour() {
        var zone = ZoneId.of("Europe/Luxembourg");
        var words = TestWords.in(Language.FR);
        var now = Instant.parse("2026-11-23T08:40:00Z");

        assertThat(Due.of(Instant.parse("2026-11-20T16:00:00Z"), now, zone, words))
                .isEqualTo(
                        new Due(
                                "bad",
                                "warn",
                                "En retard de 3 jours",
                                "vendredi 20 novembre, 17\u00a0h\u00a000"));
        assertThat(Due.of(Instant.parse("2026-11-23T16:00:00Z"), now, zone, words).detail())
                .isEqualTo("reste 7\u00a0h\u00a020");
        assertThat(Due.of(Instant.parse("2026-11-24T16:00:00Z"), now, zone, words).when())
                .isEqualTo("Demain");
    }

    @Requirement("ELI-02")
    @Test
    void the_why_panel_says_each_outcome_in_words_too() {
        var why =
                new Why(
                        "Critères",
                        "Le partenaire demande",
                        List.of(
                                Why.Row.met("Pays", "Luxembourg", "Luxembourg"),
                                new Why.Row(
                                        "Budget",
                                        "2 M€",
                                        Why.Outcome.UNMET,
                                        "1 M€",
                                        Optional.of("Il faudrait moins."),
                                        Optional.of(new Why.Link("Corriger", "/organisation")))));

        assertThat(render("ui/why", Map.of("frame", FRAME, "why", why)))
                .contains(
                        "class=\"yes\"",
                        "rempli",
                        "class=\"no\"",
                        "non rempli",
                        "Il faudrait moins.",
                        "<a href=\"/organisation\">Corriger</a>");
    }

    @Requirement("ELI-02")
    @Test
    void criteria_of_which_one_is_enough_stand_together_and_count_once() {
        var unmet =
                new Why.Row(
                        "Statut",
                        "Sans but lucratif",
                        Why.Outcome.UNMET,
                        "Utilité publique",
                        Optional.empty(),
                        Optional.empty());
        var why =
                new Why(
                        "Critères",
                        "Demande",
                        List.of(
                                Why.Row.met("Pays", "Luxembourg", "Luxembourg"),
                                unmet.either("a"),
                                Why.Row.met("Statut", "Bibliothèque", "Bibliothèque").either("a"),
                                unmet));

        assertThat(why.all()).isEqualTo(3);
        assertThat(why.met()).isEqualTo(2);
        assertThat(render("ui/why", Map.of("frame", FRAME, "why", why)))
                .containsOnlyOnce("L’une de ces conditions suffit");
    }

    private static Map<String, Object> with(Map<String, Object> some, String key, Object value) {
        var all = new java.util.HashMap<>(some);
        all.put(key, value);
        return all;
    }

    private static String render(String part, Map<String, Object> parameters) {
        var out = new StringOutput();
        ENGINE.render(part + ".jte", parameters, out);
        return out.toString();
    }
}
