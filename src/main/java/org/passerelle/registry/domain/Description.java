package org.passerelle.registry.domain;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.passerelle.kernel.Localised;
import org.passerelle.registry.EntryStatus;
import org.passerelle.registry.RegisterId;

/// How a register's file is read: data, so that another register needs no program.
///
/// @param scheme the kind of number, by its code; ours ([org.passerelle.kernel.LegalNumberScheme])
///   or another of org-id.guide
/// @param neverKept columns that are not stored: names of persons
/// @param goneAtMostPercent when more of the entries are gone, the file is refused
public record Description(
        RegisterId id,
        Localised title,
        String keeper,
        String address,
        Localised licence,
        String country,
        String scheme,
        Charset encoding,
        char separator,
        Set<String> neverKept,
        Map<Field, Source> fields,
        Optional<Abroad> abroad,
        Standing standing,
        int goneAtMostPercent) {

    public Description {
        neverKept = Set.copyOf(neverKept);
        fields = Map.copyOf(fields);
    }

    /// What is understood of a record.
    public enum Field {
        NUMBER,
        NAME,
        OTHER_NAMES,
        STREET,
        TOWN,
        POSTAL_CODE,
        REGION,
        WEBSITE,
        EMAIL;

        /// As descriptions write it.
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// Where a field's value comes from: columns joined by blanks, of which a pattern may pick its
    /// first group.
    ///
    /// @param none a value that means there is none
    /// @param split what separates several values in one column
    public record Source(
            List<String> columns,
            Optional<Pattern> pattern,
            Optional<String> none,
            Optional<String> split) {
        public Source {
            columns = List.copyOf(columns);
        }
    }

    /// Records of organisations abroad: told by a column that is empty, with the country's name in
    /// another.
    public record Abroad(String whenEmpty, String country) {}

    /// What the register's word for a standing is.
    public sealed interface Standing {
        /// Whoever is in the file has this standing, whatever it says.
        record Always(EntryStatus status, Localised means) implements Standing {}

        record ByColumn(String column, Map<String, Word> words) implements Standing {
            public ByColumn {
                words = Map.copyOf(words);
            }
        }
    }

    public record Word(EntryStatus status, Localised means) {}

    /// All columns the description speaks of; a file without one of them is not this register's.
    public Set<String> columnsNeeded() {
        var needed = new TreeSet<String>(neverKept);
        fields.values().forEach(source -> needed.addAll(source.columns()));
        abroad.ifPresent(rule -> {
            needed.add(rule.whenEmpty());
            needed.add(rule.country());
        });
        if (standing instanceof Standing.ByColumn(var column, _)) {
            needed.add(column);
        }
        return needed;
    }
}
