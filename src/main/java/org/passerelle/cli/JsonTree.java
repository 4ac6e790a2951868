package org.passerelle.cli;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// JSON that remembers where it was written, so that whatever is wrong with it can be pointed at.
///
/// `path` is `organisation.budget.amount` or `history[0].state`; the whole document has none.
sealed interface JsonTree {
    Spot spot();

    /// Line and column count from one.
    record Spot(int line, int column, String path) {}

    record Members(Spot spot, Map<String, JsonTree> byName, Map<String, Spot> names)
            implements JsonTree {}

    record Items(Spot spot, List<JsonTree> items) implements JsonTree {}

    record Text(Spot spot, String value) implements JsonTree {}

    /// `written` as it stands in the file.
    record Number(Spot spot, BigDecimal value, String written) implements JsonTree {}

    record Truth(Spot spot, boolean value) implements JsonTree {}

    record Null(Spot spot) implements JsonTree {}

    /// The text is no JSON.
    final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Spot spot;

        Malformed(Spot spot, String what) {
            super(what);
            this.spot = spot;
        }

        Spot spot() {
            return spot;
        }
    }

    /// The text of a file that must be UTF-8; a byte order mark is passed over.
    static String text(byte[] bytes) throws Malformed {
        var input = ByteBuffer.wrap(bytes);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            var line = 1;
            for (var i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new Malformed(
                    new Spot(line, 1, ""), "the file is not UTF-8; save it in that encoding");
        }
    }

    /// Reads one JSON document; a name written twice in one object is an error, too.
    static JsonTree read(String json) throws Malformed {
        var factory =
                JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (var parser = factory.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) {
                throw new Malformed(new Spot(1, 1, ""), "the file is empty");
            }
            var tree = value(parser, "");
            if (parser.nextToken() != null) {
                throw new Malformed(spot(parser, ""), "something follows the end of the JSON");
            }
            return tree;
        } catch (JacksonException e) {
            throw new Malformed(spot(e.getLocation(), ""), e.getOriginalMessage());
        }
    }

    private static JsonTree value(JsonParser parser, String path) {
        var spot = spot(parser, path);
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser, spot);
            case START_ARRAY -> items(parser, spot);
            case VALUE_STRING -> new Text(spot, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new Number(spot, parser.getDecimalValue(), parser.getString());
            case VALUE_TRUE -> new Truth(spot, true);
            case VALUE_FALSE -> new Truth(spot, false);
            case VALUE_NULL -> new Null(spot);
            default -> throw new IllegalStateException("No JSON value: " + parser.currentToken());
        };
    }

    private static JsonTree members(JsonParser parser, Spot spot) {
        var byName = new LinkedHashMap<String, JsonTree>();
        var names = new LinkedHashMap<String, Spot>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var path = spot.path().isEmpty() ? name : spot.path() + "." + name;
            names.put(name, spot(parser, path));
            parser.nextToken();
            byName.put(name, value(parser, path));
        }
        return new Members(spot, byName, names);
    }

    private static JsonTree items(JsonParser parser, Spot spot) {
        var items = new ArrayList<JsonTree>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, spot.path() + "[" + items.size() + "]"));
        }
        return new Items(spot, items);
    }

    private static Spot spot(JsonParser parser, String path) {
        return spot(parser.currentTokenLocation(), path);
    }

    private static Spot spot(@Nullable TokenStreamLocation location, String path) {
        if (location == null) {
            return new Spot(1, 1, path);
        }
        return new Spot(
                Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), path);
    }
}
