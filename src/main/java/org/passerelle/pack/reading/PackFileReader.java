package org.passerelle.pack.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Pack.Category;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads `pack.yaml`, in two steps: its head says how to read the rest.
final class PackFileReader {
    private final Reading reading;

    PackFileReader(Reading reading) {
        this.reading = reading;
    }

    /// What the other files need to know first.
    record Head(
            Fields fields, List<Language> languages, Optional<Value> buildsOn, boolean isLibrary) {}

    Optional<Head> head(Layer layer) {
        var path = layer.files().get("pack.yaml");
        var shown = layer.shown("pack.yaml");
        if (path == null) {
            reading.problems().add(Place.file(shown), "is missing: every pack begins with it");
            return Optional.empty();
        }
        return YamlFile.read(path, shown, reading.problems())
                .flatMap(value -> value.fields(Shapes.PACK))
                .map(fields -> head(layer, fields));
    }

    private Head head(Layer layer, Fields fields) {
        fields.value("pack")
                .ifPresent(value ->
                        Scalars.word(value)
                                .filter(name -> !name.equals(layer.name()))
                                .ifPresent(name ->
                                        value.wrong(
                                                "pack '%s' lies in a folder of another name"
                                                        .formatted(name),
                                                Optional.of(layer.name()))));
        var languages = fields.oneOrMore("languages", Scalars::language);
        if (new HashSet<>(languages).size() < languages.size()) {
            fields.value("languages").ifPresent(value -> value.wrong("names a language twice"));
        }
        return new Head(
                fields,
                languages,
                fields.value("builds-on"),
                fields.get("library", Scalars::truth, false));
    }

    Localised title(Head head) {
        return head.fields().get("title", reading::localised, Reading.NO_TEXT);
    }

    /// Adds the categories of one layer to those of the layers below.
    void categories(Head head, Layer layer, Map<String, Category> categories) {
        for (var category : head.fields().list("categories", value -> category(value, layer))) {
            categories.put(category.id(), category);
        }
    }

    private Optional<Category> category(Value value, Layer layer) {
        var vocabulary = reading.vocabulary();
        return value.fields(Shapes.CATEGORY)
                .map(fields ->
                        new Category(
                                fields.get(
                                        "category", vocabulary.defining(Kind.CATEGORY, layer), ""),
                                fields.get("name", reading::localised, Reading.NO_TEXT),
                                fields.get("also", reading::localised),
                                fields.get("within", vocabulary.using(Kind.CATEGORY))));
    }

    /// Notes categories that lie within themselves.
    void checkCategories(Map<String, Category> categories) {
        var within = new LinkedHashMap<String, List<String>>();
        categories.forEach((id, category) ->
                within.put(id, category.within().map(List::of).orElse(List.of())));
        for (var circle : Circles.in(within)) {
            reading.vocabulary()
                    .placeOf(Kind.CATEGORY, circle.getFirst())
                    .ifPresent(place ->
                            reading.problems()
                                    .add(
                                            place,
                                            "category lies within itself: "
                                                    + Circles.shown(circle)));
        }
    }
}
