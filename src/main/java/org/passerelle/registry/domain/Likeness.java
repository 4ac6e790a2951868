package org.passerelle.registry.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.passerelle.kernel.NameKey;
import org.passerelle.registry.Difference;
import org.passerelle.registry.Entry;
import org.passerelle.registry.Match;
import org.passerelle.registry.Place;
import org.passerelle.registry.Sought;

/// How alike an entry and an organisation are, from 0 to 100, and in what they differ (VER-08).
///
/// Name and place count together, and neither is enough: of the organisations in the registers of
/// the IRS 18.6 % share their exact name with another, and hundreds share one lawyer's address.
public final class Likeness {
    private static final double NAME_WEIGHT = 0.65;

    /// With no place to compare, the best a name can do.
    private static final int NAME_ALONE_MOST = 70;

    /// Other numbers in the name: another body of the same kind.
    private static final int OTHER_NUMBERS_MOST = 50;

    /// A number on one side only: perhaps the same, never nearly certain.
    private static final int NUMBER_MISSING_MOST = 80;

    /// Others bear the same name. Not even the street tells them apart: a national body's chapters
    /// share its address.
    private static final int SHARED_NAME_MOST = 80;

    private static final int ANOTHER_COUNTRY_MOST = 40;

    /// From here on names or streets count as the same.
    private static final double SAME = 0.92;

    private Likeness() {}

    /// @param namesakes how many other entries bear one of the entry's names exactly
    public static Match of(Sought sought, Entry entry, int namesakes) {
        var differences = EnumSet.noneOf(Difference.class);
        var name = bestName(sought.names(), entry);
        var most = 99;
        if (name < SAME) {
            differences.add(Difference.NAME);
            most = Match.NEAR_CERTAIN - 1;
        }
        var ours = numbers(sought.names());
        var theirs = numbers(entryNames(entry));
        if (!ours.equals(theirs)) {
            differences.add(Difference.NUMBERS_IN_NAME);
            var oneSided = ours.containsAll(theirs) || theirs.containsAll(ours);
            most = Math.min(most, oneSided ? NUMBER_MISSING_MOST : OTHER_NUMBERS_MOST);
        }
        if (differ(sought.place().country(), entry.place().country())) {
            differences.add(Difference.COUNTRY);
            most = Math.min(most, ANOTHER_COUNTRY_MOST);
        }
        var where = PlaceLikeness.of(sought.place(), entry.place(), differences);
        if (namesakes > 0) {
            differences.add(Difference.SHARED_NAME);
            most = Math.min(most, SHARED_NAME_MOST);
        }
        double score;
        if (where.known()) {
            score = 100 * (NAME_WEIGHT * name + (1 - NAME_WEIGHT) * where.alike());
        } else {
            score = NAME_ALONE_MOST * name;
        }
        var rounded = Math.clamp(Math.round(score), 0, most);
        return new Match(entry, rounded, differences, namesakes);
    }

    /// Where several are near certain, none is: one name at one address under several numbers.
    ///
    /// @param matches of one search
    public static List<Match> withoutRivals(List<Match> matches) {
        if (matches.stream().filter(Match::isNearCertain).count() < 2) {
            return matches;
        }
        return matches.stream()
                .map(match ->
                        new Match(
                                match.entry(),
                                Math.min(match.score(), Match.NEAR_CERTAIN - 1),
                                match.differences(),
                                match.namesakes()))
                .toList();
    }

    /// Of the two names that are most alike, how alike they are.
    private static double bestName(List<String> names, Entry entry) {
        var best = 0.0;
        for (var ours : names) {
            for (var theirs : entryNames(entry)) {
                best = Math.max(best, alike(NameKey.of(ours), NameKey.of(theirs)));
            }
        }
        return best;
    }

    /// The numbers within all names: a lodge's number may stand in its other name.
    private static Set<String> numbers(Collection<String> names) {
        var numbers = new HashSet<String>();
        names.forEach(name -> numbers.addAll(NameKey.numbers(NameKey.of(name))));
        return numbers;
    }

    private static Collection<String> entryNames(Entry entry) {
        var names = new HashSet<>(entry.otherNames());
        names.add(entry.name());
        return names;
    }

    /// How alike two keys are, from 0 to 1: by the words they share in any order, a mistyped word
    /// counting for the letters that are right, and by the groups of three letters they share.
    public static double alike(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        return Math.max(words(a, b), shared(trigrams(a), trigrams(b)));
    }

    /// Dice's measure over words, long words weighing more.
    private static double words(String a, String b) {
        var ours = List.of(a.split(" "));
        var theirs = new java.util.ArrayList<>(List.of(b.split(" ")));
        var all = ours.stream().mapToInt(Likeness::weight).sum();
        all += theirs.stream().mapToInt(Likeness::weight).sum();
        var common = 0.0;
        for (var word : ours) {
            String nearest = "";
            var best = 0.0;
            for (var other : theirs) {
                var likeness = word(word, other);
                if (likeness > best) {
                    best = likeness;
                    nearest = other;
                }
            }
            if (best >= 0.75) {
                common += best * (weight(word) + weight(nearest));
                theirs.remove(nearest);
            }
        }
        return common / all;
    }

    private static int weight(String word) {
        return 2 + Math.min(word.length(), 10);
    }

    private static double word(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.length() < 4 || b.length() < 4 || hasDigit(a) || hasDigit(b)) {
            return 0;
        }
        // The IRS and others cut long names: a beginning of at least four letters is a word cut.
        if (a.startsWith(b) || b.startsWith(a)) {
            return 0.9;
        }
        return shared(trigrams(a), trigrams(b)) >= 0.45 ? 0.8 : 0;
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static Set<String> trigrams(String key) {
        var groups = new HashSet<String>();
        for (var word : key.split(" ")) {
            var padded = "  " + word + " ";
            for (var i = 0; i + 3 <= padded.length(); i++) {
                groups.add(padded.substring(i, i + 3));
            }
        }
        return groups;
    }

    private static double shared(Set<String> a, Set<String> b) {
        var common = a.stream().filter(b::contains).count();
        return (double) common / (a.size() + b.size() - common);
    }

    private static boolean differ(String a, String b) {
        return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
    }

    /// @param alike from 0 to 1 over what both sides say
    /// @param known whether both sides say anything that can be compared
    private record PlaceLikeness(double alike, boolean known) {
        private static final double STREET_WEIGHT = 0.4;
        private static final int AREA_LENGTH = 5;

        static PlaceLikeness of(Place ours, Place theirs, Set<Difference> differences) {
            var street = compared(NameKey.plain(ours.street()), NameKey.plain(theirs.street()));
            var code =
                    codes(
                            NameKey.postalCode(ours.postalCode()),
                            NameKey.postalCode(theirs.postalCode()));
            var town = compared(NameKey.plain(ours.town()), NameKey.plain(theirs.town()));
            note(street, Difference.STREET, differences);
            note(code, Difference.POSTAL_CODE, differences);
            note(town, Difference.TOWN, differences);
            // The town's name or its code: one of them right is the right town.
            var area = Math.max(code, town);
            if (street < 0 && area < 0) {
                return new PlaceLikeness(0, false);
            }
            if (area < 0) {
                return new PlaceLikeness(street, true);
            }
            if (street < 0) {
                return new PlaceLikeness(0.75 * area, true);
            }
            return new PlaceLikeness(STREET_WEIGHT * street + (1 - STREET_WEIGHT) * area, true);
        }

        private static double compared(String a, String b) {
            if (a.isEmpty() || b.isEmpty()) {
                return -1;
            }
            var alike = NameKey.numbers(a).equals(NameKey.numbers(b)) ? Likeness.alike(a, b) : 0;
            return alike >= 0.5 ? alike : 0;
        }

        /// Half of the American codes carry four more digits: the first five are the town's.
        private static double codes(String a, String b) {
            if (a.isEmpty() || b.isEmpty()) {
                return -1;
            }
            if (a.equals(b)) {
                return 1;
            }
            var longEnough = a.length() > AREA_LENGTH || b.length() > AREA_LENGTH;
            var common = Math.min(AREA_LENGTH, Math.min(a.length(), b.length()));
            return longEnough
                            && common == AREA_LENGTH
                            && a.chars().allMatch(Character::isDigit)
                            && a.regionMatches(0, b, 0, AREA_LENGTH)
                    ? 0.95
                    : 0;
        }

        private static void note(double alike, Difference kind, Set<Difference> differences) {
            if (alike >= 0 && alike < SAME) {
                differences.add(kind);
            }
        }
    }
}
