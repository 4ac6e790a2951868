package org.passerelle.pack.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.pack.model.Deal;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads `deals.yaml`: what all may have elsewhere.
final class DealsReader {
    private static final String FILE = "deals.yaml";

    private final Reading reading;

    DealsReader(Reading reading) {
        this.reading = reading;
    }

    /// The deals of all layers; one of a base pack is replaced by ours of the same word.
    List<Deal> read(List<Layer> layers) {
        var deals = new LinkedHashMap<String, Deal>();
        for (var layer : layers) {
            var path = layer.files().get(FILE);
            if (path != null) {
                var here = new HashSet<String>();
                YamlFile.read(path, layer.shown(FILE), reading.problems())
                        .flatMap(value -> value.fields(Shapes.DEALS))
                        .map(fields -> fields.list("deals", value -> deal(value, here)))
                        .orElse(List.of())
                        .forEach(deal -> deals.put(deal.id(), deal));
            }
        }
        return List.copyOf(deals.values());
    }

    private Optional<Deal> deal(Value value, Set<String> here) {
        return value.fields(Shapes.DEAL)
                .map(fields ->
                        new Deal(
                                fields.get("deal", OfficeTermsReader.once(here), ""),
                                fields.get("title", reading::localised, Reading.NO_TEXT),
                                fields.get("text", reading::localised, Reading.NO_TEXT),
                                fields.get("website", Addresses::website, ""),
                                fields.oneOrMore(
                                        "categories", reading.vocabulary().using(Kind.CATEGORY))));
    }
}
