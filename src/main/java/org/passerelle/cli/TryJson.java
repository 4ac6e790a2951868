package org.passerelle.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.ordering.Restriction;
import org.passerelle.ordering.RestrictionWords;
import org.passerelle.ordering.TaxWords;
import org.passerelle.ordering.WayOut;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.AllotmentState;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.Figure;
import org.passerelle.programme.Finding;
import org.passerelle.programme.RuleWords;
import org.passerelle.tax.Tax;
import org.passerelle.tax.TaxGroundWords;
import org.passerelle.words.Words;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes an answer as the JSON that `docs/packs.md` promises: numbers as texts, codes as they
/// last, and a sentence in the language asked for.
final class TryJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Pack pack;
    private final Words words;
    private final RuleWords rules;
    private final RestrictionWords restrictions;

    TryJson(Pack pack, Words words) {
        this.pack = pack;
        this.words = words;
        this.rules = new RuleWords(words, pack);
        this.restrictions = new RestrictionWords(words, pack);
    }

    String write(TryAnswer answer) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("programmes", answer.programmes().stream().map(this::programme).toList());
        json.put("restrictions", answer.restrictions().stream().map(this::restriction).toList());
        json.put("taxes", answer.taxes().stream().map(this::taxed).toList());
        json.put("mayStillOrder", answer.mayStillOrder().stream().map(TryJson::state).toList());
        return JSON.writeValueAsString(json);
    }

    private Map<String, @Nullable Object> programme(EligibilityDecision decision) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("programme", decision.basis().programme().value());
        json.put("version", text(decision.basis().version()));
        json.put("outcome", decision.outcome());
        json.put("findings", decision.findings().stream().map(this::finding).toList());
        return json;
    }

    private Map<String, @Nullable Object> finding(Finding.Leaf leaf) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("criterion", leaf.criterion());
        json.put("outcome", leaf.outcome().code());
        json.put("found", leaf.found().canonical().orElse(null));
        json.put("demanded", leaf.demanded().canonical());
        json.put("remedy", leaf.remedy().code());
        json.put("text", rules.sentence(leaf));
        return json;
    }

    private Map<String, @Nullable Object> restriction(Restriction restriction) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("line", restriction.line());
        json.put("offer", restriction.offer().value());
        json.put("code", restriction.code().word());
        json.put("programme", text(pack.offer(restriction.offer()).map(Offer::programme)));
        figures(json, restriction);
        json.put("remedies", restriction.waysOut().stream().map(WayOut::code).toList());
        json.put("text", restrictions.sentence(restriction));
        return json;
    }

    private Map<String, @Nullable Object> taxed(TryAnswer.Taxed taxed) {
        var said = new TaxGroundWords(pack.office(), words);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("line", taxed.line());
        json.put("offer", taxed.offer().value());
        json.put(
                "outcome",
                taxed.decision().outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.put("taxes", taxed.decision().taxes().stream().map(this::tax).toList());
        json.put("grounds", taxed.decision().grounds().stream().map(said::of).toList());
        return json;
    }

    private Map<String, @Nullable Object> tax(Tax tax) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("tax", tax.code());
        json.put("percent", tax.percent().toPlainString());
        json.put("text", TaxWords.of(tax, words));
        return json;
    }

    private static void figures(Map<String, @Nullable Object> json, Restriction restriction) {
        switch (restriction) {
            case Restriction.AllotmentExceeded it -> allotment(json, it.state(), it.asked());
            case Restriction.OnceInALifetime it -> allotment(json, it.state(), it.asked());
            case Restriction.NotEligible it -> json.put("criteria", criteria(it.reasons()));
            case Restriction.Undecided it -> json.put("criteria", criteria(it.open()));
            case Restriction.OutOfStock it -> {
                json.put("asked", Long.toString(it.asked()));
                json.put("left", Long.toString(it.available()));
            }
            case Restriction.AnswersMissing it -> {
                json.put("questions", it.questions());
                json.put("personsToName", Long.toString(it.personsToName()));
            }
            case Restriction.ConditionsNotAccepted it -> json.put("conditions", it.texts());
            case Restriction.PersonAlreadyHasOne it -> json.put("persons", it.persons());
            case Restriction.NotANewUser it -> json.put("persons", it.persons());
            case Restriction.BelowMinimum it -> {
                json.put("limit", Long.toString(it.minimum()));
                json.put("asked", Long.toString(it.asked()));
            }
            case Restriction.AboveMaximum it -> {
                json.put("limit", it.maximum().canonical());
                json.put("asked", it.asked().canonical());
            }
            case Restriction.NotOnSale it -> json.put("from", text(it.from()));
            case Restriction.OtherCountry it -> {
                json.put("country", it.country());
                json.put("served", it.served());
            }
            case Restriction.NotQualified _,
                    Restriction.MustBeAlone _,
                    Restriction.WaiverMissing _,
                    Restriction.PostOfficeBox _ -> {
                // the code says it all
            }
        }
    }

    private static void allotment(
            Map<String, @Nullable Object> json, AllotmentState state, Figure asked) {
        json.put("limit", state.limit().canonical());
        json.put("used", state.used().canonical());
        json.put("asked", asked.canonical());
        json.put("left", state.left().canonical());
        json.put("resets", text(state.resets()));
    }

    private static List<String> criteria(List<Finding.Leaf> leaves) {
        return leaves.stream().map(Finding.Leaf::criterion).distinct().toList();
    }

    /// `of` is there only for an allotment of some offers, to tell several apart.
    private static Map<String, @Nullable Object> state(AllotmentState state) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("programme", state.programme().value());
        json.put("count", state.count());
        if (!state.of().isEmpty()) {
            json.put("of", state.of().stream().map(offer -> offer.value()).toList());
        }
        json.put("limit", state.limit().canonical());
        json.put("used", state.used().canonical());
        json.put("left", state.left().canonical());
        json.put("resets", text(state.resets()));
        return json;
    }

    private static @Nullable String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }
}
