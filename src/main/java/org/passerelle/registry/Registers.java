package org.passerelle.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.passerelle.kernel.Localised;
import org.passerelle.registry.domain.Description;
import org.passerelle.registry.domain.Description.Standing;
import org.passerelle.registry.domain.Entries;
import org.passerelle.registry.domain.Imports;
import org.passerelle.registry.domain.Likeness;
import org.passerelle.registry.reading.Descriptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the registry: what public registers say (VER-05, VER-08). [Importing] brings them in.
@Service
@Transactional(readOnly = true)
public class Registers {
    private final Descriptions descriptions;
    private final Entries entries;
    private final Imports imports;

    Registers(Descriptions descriptions, Entries entries, Imports imports) {
        this.descriptions = descriptions;
        this.entries = entries;
        this.imports = imports;
    }

    /// Every register the product can import, by name, with what is installed of it.
    public List<RegisterView> all() {
        var installed = imports.installed();
        var last = imports.last();
        return descriptions.all().stream()
                .map(one ->
                        view(
                                one,
                                Optional.ofNullable(installed.get(one.id())),
                                Optional.ofNullable(last.get(one.id()))))
                .toList();
    }

    public Optional<RegisterView> find(RegisterId register) {
        return all().stream().filter(one -> one.id().equals(register)).findFirst();
    }

    public Optional<Entry> entry(RegisterId register, String number) {
        return entries.find(register, number);
    }

    /// All entries that bear one of these numbers, normalised and by the code of their kind. The
    /// same number may stand in a register of the living and in one of the removed: removed ones
    /// come first, and nobody with one of them is active.
    public List<Entry> byNumbers(Map<String, String> numbers) {
        var found = new ArrayList<Entry>();
        for (var scheme : new TreeSet<>(numbers.keySet())) {
            found.addAll(entries.byNumber(scheme, numbers.getOrDefault(scheme, "")));
        }
        found.sort(Comparator.comparing(Entry::isActive));
        return List.copyOf(found);
    }

    /// The likest entries by name and place, the likest first.
    ///
    /// @param most how many at most
    public List<Match> search(Sought sought, int most) {
        var matches =
                entries.candidates(sought).stream()
                        .map(one -> Likeness.of(sought, one.entry(), one.namesakes()))
                        .toList();
        return Likeness.withoutRivals(matches).stream()
                .sorted(
                        Comparator.comparingInt(Match::score)
                                .reversed()
                                .thenComparing(match -> match.entry().isActive() ? 0 : 1)
                                .thenComparing(match -> match.entry().number()))
                .limit(most)
                .toList();
    }

    /// In what an entry found by its number differs from the organisation.
    public Match compare(Sought sought, Entry entry) {
        var match = Likeness.of(sought, entry, 0);
        return new Match(entry, 100, match.differences(), 0);
    }

    /// All that happened to an entry, its first being seen included, the latest first.
    public List<EntryChange> history(Entry entry) {
        var history = new ArrayList<EntryChange>();
        history.add(new EntryChange(entry.firstSeen(), EntryChange.Kind.NEW, List.of()));
        history.addAll(entries.changes(entry.register(), entry.number()));
        return List.copyOf(history.reversed());
    }

    private static RegisterView view(
            Description description,
            Optional<RegisterView.Installed> installed,
            Optional<ImportRecord> last) {
        return new RegisterView(
                description.id(),
                description.title(),
                description.keeper(),
                description.address(),
                description.licence(),
                description.country(),
                description.scheme(),
                words(description.standing()),
                vouches(description.standing()),
                installed,
                last);
    }

    private static boolean vouches(Standing standing) {
        return switch (standing) {
            case Standing.Always(var status, _) -> status != EntryStatus.REMOVED;
            case Standing.ByColumn(_, var words) ->
                    words.values().stream().anyMatch(word -> word.status() != EntryStatus.REMOVED);
        };
    }

    private static Map<String, Localised> words(Standing standing) {
        return switch (standing) {
            case Standing.Always(_, var means) -> Map.of("", means);
            case Standing.ByColumn(_, var words) -> {
                var meanings = new HashMap<String, Localised>();
                words.forEach((word, meaning) -> meanings.put(word, meaning.means()));
                yield Map.copyOf(meanings);
            }
        };
    }
}
