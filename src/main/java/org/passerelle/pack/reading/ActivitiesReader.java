package org.passerelle.pack.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Activities.Node;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads `activities.yaml`: a tree, flattened with each node after the one above it.
final class ActivitiesReader {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z][0-9A-Z.-]*");

    private final Reading reading;

    ActivitiesReader(Reading reading) {
        this.reading = reading;
    }

    Activities read(List<Layer> layers) {
        var nodes = new LinkedHashMap<String, Node>();
        for (var layer : layers) {
            var path = layer.files().get("activities.yaml");
            if (path == null) {
                continue;
            }
            var root =
                    YamlFile.read(path, layer.shown("activities.yaml"), reading.problems())
                            .flatMap(value -> value.fields(Shapes.ACTIVITIES));
            if (root.isEmpty()) {
                reading.vocabulary().incomplete(List.of(Kind.ACTIVITY));
            }
            root.flatMap(fields -> fields.value("activities"))
                    .ifPresent(list -> nodes(list, null, layer, nodes));
        }
        return new Activities(List.copyOf(nodes.values()));
    }

    private void nodes(
            Value list, @Nullable String parentCode, Layer layer, Map<String, Node> nodes) {
        for (var value : list.list()) {
            value.fields(Shapes.ACTIVITY)
                    .ifPresent(fields -> node(fields, parentCode, layer, nodes));
        }
    }

    private void node(
            Fields fields, @Nullable String parentCode, Layer layer, Map<String, Node> nodes) {
        var node =
                new Node(
                        fields.get("code", value -> code(value, layer), ""),
                        fields.get("id", reading.vocabulary().defining(Kind.ACTIVITY, layer), ""),
                        parentCode,
                        fields.get("name", reading::localised, Reading.NO_TEXT),
                        fields.get("school", Scalars::truth, false));
        nodes.put(node.code(), node);
        fields.value("below").ifPresent(below -> nodes(below, node.code(), layer, nodes));
    }

    private Optional<String> code(Value value, Layer layer) {
        var code =
                value.text()
                        .flatMap(text ->
                                CODE.matcher(text).matches()
                                        ? Optional.of(text)
                                        : value.<String>wrong(
                                                "'" + text + "' is no code such as 1100"));
        code.ifPresent(c -> reading.vocabulary().define(Kind.ACTIVITY, c, layer, value.place()));
        return code;
    }
}
