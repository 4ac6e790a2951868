package org.passerelle.pack.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// What stands at one place of a file: a text, a list or a map. Asked for something it is not, it
/// notes that and answers empty.
final class Value {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final Node node;
    private final @Nullable Value parent;
    private final String step;
    private final String file;
    private final Problems problems;

    private Value(Node node, @Nullable Value parent, String step, String file, Problems problems) {
        this.node = node;
        this.parent = parent;
        this.step = step;
        this.file = file;
        this.problems = problems;
    }

    static Value root(Node node, String file, Problems problems) {
        return new Value(node, null, file, file, problems);
    }

    Place place() {
        var mark = node.getStartMark();
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1, path());
    }

    private String path() {
        return parent == null ? step : parent.path() + step;
    }

    /// Notes that something is wrong here.
    <T> Optional<T> wrong(String what) {
        problems.add(place(), what);
        return Optional.empty();
    }

    <T> Optional<T> wrong(String what, Optional<String> meant) {
        problems.add(place(), what, meant);
        return Optional.empty();
    }

    <T> Optional<T> wrongWord(String what, String word, Iterable<String> allowed) {
        var known = new ArrayList<String>();
        allowed.forEach(known::add);
        problems.addWord(place(), what, word, known);
        return Optional.empty();
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    private boolean isNothing() {
        return node instanceof ScalarNode scalar
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && NOTHING.contains(scalar.getValue());
    }

    private String kind() {
        return switch (node) {
            case SequenceNode _ -> "a list";
            case MappingNode _ -> "a map of keys";
            default -> "'" + ((ScalarNode) node).getValue() + "'";
        };
    }

    /// The text as written, whatever YAML would have made of it.
    Optional<String> text() {
        if (isNothing()) {
            return wrong("has no value; write one or leave the key out");
        }
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : wrong("should be one value, not " + kind());
    }

    /// The entries of a list.
    List<Value> list() {
        if (node instanceof SequenceNode sequence) {
            var entries = new ArrayList<Value>(sequence.getValue().size());
            for (var entry : sequence.getValue()) {
                entries.add(new Value(entry, this, "[" + entries.size() + "]", file, problems));
            }
            return entries;
        }
        wrong(isNothing() ? "has no value; write a list" : "should be a list, not " + kind());
        return List.of();
    }

    /// The entries of a list, or this one value where a list of one is meant.
    List<Value> oneOrMore() {
        return node instanceof SequenceNode || isNothing() ? list() : List.of(this);
    }

    /// A key and what stands under it.
    record Entry(String key, Value keyValue, Value value) {}

    /// The keys of a map with their values, each once; a key that stands twice is noted.
    Optional<Map<String, Entry>> entries() {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(
                    isNothing()
                            ? "has no value; write its keys below it"
                            : "should be a map of keys, not " + kind());
        }
        var entries = new LinkedHashMap<String, Entry>();
        for (var tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                new Value(tuple.getKeyNode(), this, "", file, problems)
                        .wrong("a key should be a word");
                continue;
            }
            var key = keyNode.getValue();
            var keyValue = new Value(keyNode, this, " › " + key, file, problems);
            var value = new Value(tuple.getValueNode(), this, " › " + key, file, problems);
            if (entries.putIfAbsent(key, new Entry(key, keyValue, value)) != null) {
                keyValue.wrong("key '" + key + "' stands here twice");
            }
        }
        return Optional.of(entries);
    }

    /// The fields of a map of this shape. Unknown and missing keys are noted.
    Optional<Fields> fields(Shape shape) {
        return openFields(shape).map(fields -> fields.checkedComplete(this));
    }

    /// The same, where what is missing may still be found elsewhere.
    Optional<Fields> openFields(Shape shape) {
        return entries().map(entries -> Fields.of(shape, entries));
    }
}
