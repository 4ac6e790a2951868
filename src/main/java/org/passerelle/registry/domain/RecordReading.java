package org.passerelle.registry.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.kernel.LegalNumberCheck;
import org.passerelle.kernel.LegalNumberScheme;
import org.passerelle.kernel.LegalNumbers;
import org.passerelle.kernel.NameKey;
import org.passerelle.registry.EntryStatus;
import org.passerelle.registry.Place;
import org.passerelle.registry.domain.Description.Field;
import org.passerelle.registry.domain.Description.Standing;

/// Understands the records of one file, whose header says where each column stands.
public final class RecordReading {
    private final Description description;
    private final Map<String, Integer> columns;
    private final int[] kept;
    private final Optional<LegalNumberScheme> scheme;

    /// @param header the columns of the file
    /// @param keptColumns in which order values are kept; columns that the file has no more stay
    ///   empty
    public RecordReading(Description description, List<String> header, List<String> keptColumns) {
        this.description = description;
        this.columns = new HashMap<>();
        for (var i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i), i);
        }
        this.kept = keptColumns.stream().mapToInt(name -> columns.getOrDefault(name, -1)).toArray();
        this.scheme = LegalNumberScheme.of(description.scheme());
    }

    /// The columns to keep when a file with `header` follows what was kept before: known ones stay
    /// where they are, new ones come after them.
    public static List<String> keptColumns(
            Description description, List<String> before, List<String> header) {
        return Stream.concat(before.stream(), header.stream())
                .filter(name -> !name.isEmpty() && !description.neverKept().contains(name))
                .distinct()
                .toList();
    }

    /// The entry that a record describes; empty when it has no number, by which alone entries are
    /// known.
    public Optional<ReadEntry> read(List<String> fields) {
        var number = number(value(fields, Field.NUMBER));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var statusWord = statusWord(fields);
        return Optional.of(
                new ReadEntry(
                        number,
                        source(fields),
                        value(fields, Field.NAME),
                        otherNames(fields),
                        place(fields),
                        value(fields, Field.WEBSITE),
                        value(fields, Field.EMAIL),
                        status(statusWord),
                        statusWord));
    }

    /// The number in the form in which organisations' numbers are kept. What the register gave out
    /// against its own rule is taken as it is: it knows better.
    private String number(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return scheme.map(known -> LegalNumbers.check(known, text))
                .flatMap(check ->
                        check instanceof LegalNumberCheck.Valid(_, var normalised)
                                ? Optional.of(normalised)
                                : Optional.empty())
                .orElseGet(() -> NameKey.postalCode(text));
    }

    private List<String> source(List<String> fields) {
        var values = new ArrayList<String>(kept.length);
        var filled = 0;
        for (var at : kept) {
            var value = at < 0 ? "" : fields.get(at);
            values.add(value);
            if (!value.isEmpty()) {
                filled = values.size();
            }
        }
        return List.copyOf(values.subList(0, filled));
    }

    private List<String> otherNames(List<String> fields) {
        var source = description.fields().get(Field.OTHER_NAMES);
        if (source == null) {
            return List.of();
        }
        return source.columns().stream()
                .map(column -> at(fields, column))
                .flatMap(text ->
                        source.split()
                                .map(by -> Arrays.stream(text.split(by)))
                                .orElseGet(() -> Stream.of(text)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private Place place(List<String> fields) {
        var street = value(fields, Field.STREET);
        var town = value(fields, Field.TOWN);
        var postalCode = value(fields, Field.POSTAL_CODE);
        var region = value(fields, Field.REGION);
        var abroad = description.abroad();
        if (abroad.isEmpty() || !at(fields, abroad.get().whenEmpty()).isEmpty()) {
            return new Place(street, postalCode, town, region, description.country());
        }
        var country = at(fields, abroad.get().country());
        return new Place(
                street,
                postalCode,
                town.equals(country) ? "" : town,
                region,
                Countries.code(country).orElse(""));
    }

    private String statusWord(List<String> fields) {
        return switch (description.standing()) {
            case Standing.Always _ -> "";
            case Standing.ByColumn(var column, _) -> at(fields, column);
        };
    }

    private EntryStatus status(String word) {
        return switch (description.standing()) {
            case Standing.Always(var status, _) -> status;
            case Standing.ByColumn(_, var words) ->
                    Optional.ofNullable(words.get(word))
                            .map(Description.Word::status)
                            .orElse(EntryStatus.UNKNOWN);
        };
    }

    private String value(List<String> fields, Field field) {
        var source = description.fields().get(field);
        if (source == null) {
            return "";
        }
        var text =
                source.columns().stream()
                        .map(column -> at(fields, column))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        if (source.none().filter(text::equals).isPresent()) {
            return "";
        }
        return source.pattern()
                .map(pattern -> {
                    var found = pattern.matcher(text);
                    return found.find() && found.group(1) != null ? found.group(1).strip() : "";
                })
                .orElse(text);
    }

    private String at(List<String> fields, String column) {
        var at = columns.get(column);
        return at == null ? "" : fields.get(at).strip();
    }

    /// English names of countries as registers write them.
    static final class Countries {
        private static final Map<String, String> CODES = codes();

        private Countries() {}

        static Optional<String> code(String name) {
            return Optional.ofNullable(CODES.get(NameKey.plain(name)));
        }

        private static Map<String, String> codes() {
            var codes = new HashMap<String, String>();
            for (var code : Locale.getISOCountries()) {
                codes.put(
                        NameKey.plain(Locale.of("", code).getDisplayCountry(Locale.ENGLISH)), code);
            }
            for (var part : List.of("england", "scotland", "wales", "northern ireland")) {
                codes.put(part, "GB");
            }
            codes.put("korea republic of", "KR");
            codes.put("republic of korea", "KR");
            codes.put("hong kong", "HK");
            codes.put("turkey", "TR");
            codes.put("czech republic", "CZ");
            codes.put("ivory coast", "CI");
            codes.put("the gambia", "GM");
            codes.put("burma", "MM");
            codes.put("usa", "US");
            return Map.copyOf(codes);
        }
    }
}
