package org.passerelle.ui;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.words.Words;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows every part that pages are made of, in all states. Part of the demo.
@Controller
@ConditionalOnProperty("passerelle.demo")
public class ComponentsPages {
    private final Clock clock;

    ComponentsPages(Clock clock) {
        this.clock = clock;
    }

    /// One of everything.
    public record ComponentsPage(
            Form form,
            FormErrors errors,
            List<Option> options,
            List<Step> steps,
            List<LogEntry> log,
            List<Meter> meters,
            Why why,
            List<Due> dues,
            Pager pager,
            Chart chart,
            List<Fact> facts) {}

    @GetMapping("/dev/components")
    String components(Frame frame, Model model) {
        model.addAttribute("page", page(frame.words(), frame));
        return "ui/components";
    }

    private ComponentsPage page(Words words, Frame frame) {
        var now = clock.instant();
        var zone = frame.zone();
        return new ComponentsPage(
                Form.of(
                        Map.of(
                                "rcs", "F48271934",
                                "email", "bureau@",
                                "budget", "1 120 000",
                                "form", "asbl",
                                "use", "training",
                                "agree", "true",
                                "mission", "Insertion sociale par le travail.")),
                FormErrors.none()
                        .with("rcs", "ui.sample.rcs", "F48271934", 8)
                        .with("email", "ui.sample.email"),
                List.of(
                        Option.of("asbl", "Association (asbl)"),
                        Option.of("fondation", "Fondation", "Reconnue par arrêté"),
                        Option.of("sis", "Société d’impact sociétal").in("Sociétés")),
                List.of(
                        Step.done("Déposé", "3 février 2026"),
                        Step.done("Complet", "5 février, après l’envoi des statuts"),
                        Step.now("Qualifiée", "9 février, en 2 jours ouvrables"),
                        Step.ahead("À revoir", "avant le 9 février 2028")),
                List.of(
                        new LogEntry("bad", "Échéance dépassée", now, "", "alerte envoyée"),
                        new LogEntry(
                                "brand",
                                "Attribué à Tom Reuland",
                                now.minus(Duration.ofDays(1)),
                                "Anouk Schiltz",
                                ""),
                        new LogEntry(
                                "mute", "Déposé", now.minus(Duration.ofDays(4)), "J. Hansen", "")),
                List.of(
                        Meter.units(4, 2, 1, "4 produits : 2 utilisés, 1 réservé, 1 possible"),
                        Meter.amount(
                                BigDecimal.valueOf(4800),
                                BigDecimal.valueOf(1250),
                                BigDecimal.valueOf(151),
                                "4 800 USD : 1 250 utilisés, 151 réservés"),
                        Meter.units(50, 24, 0, "50 licences : 24 utilisées")),
                why(),
                List.of(
                        Due.of(now.minus(Duration.ofDays(1)), now, zone, words),
                        Due.of(now.plus(Duration.ofDays(1)), now, zone, words),
                        Due.of(now.plus(Duration.ofDays(3)), now, zone, words),
                        Due.paused("reste 1 jour ouvrable", words)),
                new Pager("Offres 1 à 8 sur 38", Optional.empty(), Optional.of("/dev/components")),
                new Chart(
                        "chart",
                        "Personnes actives par mois",
                        "Le plus haut mois est octobre, avec 634 personnes.",
                        List.of(
                                Chart.Column.of("bar", "août", "a", 96),
                                Chart.Column.of("bar", "sept.", "s", 512),
                                Chart.Column.of("bar", "oct.", "o", 634),
                                Chart.Column.of("bar bar--now", "nov.", "n", 487),
                                Chart.Column.of("slot", "déc.", "d", 0))),
                List.of(
                        Fact.of("Bénéficiaire", "Passerelle Luxembourg"),
                        Fact.of("Siège", "7, montée des Tisserands\nL-0000 Esch-sur-Alzette")));
    }

    private static Why why() {
        return new Why(
                "Critères du partenaire comparés à votre organisation",
                "Le partenaire demande",
                List.of(
                        Why.Row.met("Pays", "Luxembourg", "Luxembourg ou Belgique"),
                        new Why.Row(
                                "Budget annuel",
                                "1 120 000 €",
                                Why.Outcome.UNMET,
                                "Moins de 800 000 €",
                                Optional.of("Il faudrait un budget sous 800 000 €."),
                                Optional.of(new Why.Link("Demander une modification", "#"))),
                        new Why.Row(
                                "Nouveau client",
                                "Pas encore répondu",
                                Why.Outcome.UNKNOWN,
                                "Aucun achat depuis deux ans",
                                Optional.empty(),
                                Optional.of(new Why.Link("Répondre prend une minute", "#")))));
    }
}
