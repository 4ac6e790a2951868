package org.passerelle.organisation.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.kernel.NameKey;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Likeness;
import org.passerelle.organisation.Profile;
import org.passerelle.pack.model.Office;

/// Whether two organisations with different numbers may be one (ORG-03).
///
/// A name alone never proves it: thousands of bodies share theirs. With the town it is worth a
/// warning; with a street, a telephone, a site or an address of their own besides, staff looks.
public record Resemblance(Set<Likeness> likenesses, boolean isNearCertain) {
    private static final double HUNDRED = 100;

    private static final int WORDS_OF_A_PART = 2;

    private static final Map<String, String> STREET_WORDS =
            Map.ofEntries(
                    Map.entry("av", "avenue"),
                    Map.entry("ave", "avenue"),
                    Map.entry("bd", "boulevard"),
                    Map.entry("bld", "boulevard"),
                    Map.entry("blvd", "boulevard"),
                    Map.entry("bvd", "boulevard"),
                    Map.entry("rte", "route"),
                    Map.entry("pl", "place"),
                    Map.entry("ch", "chemin"),
                    Map.entry("imp", "impasse"),
                    Map.entry("str", "strasse"),
                    Map.entry("st", "street"),
                    Map.entry("rd", "road"),
                    Map.entry("dr", "drive"),
                    Map.entry("ln", "lane"),
                    Map.entry("sq", "square"),
                    Map.entry("hwy", "highway"),
                    Map.entry("apt", "apartment"),
                    Map.entry("ste", "suite"));

    /// Providers whose addresses say nothing about who writes.
    private static final Set<String> PROVIDERS =
            Set.of(
                    "gmail.com",
                    "hotmail.com",
                    "outlook.com",
                    "live.com",
                    "yahoo.com",
                    "pt.lu",
                    "icloud.com",
                    "gmx.net",
                    "gmx.de",
                    "web.de",
                    "orange.fr",
                    "free.fr",
                    "wanadoo.fr",
                    "skynet.be",
                    "telenet.be",
                    "proton.me",
                    "protonmail.com",
                    "internet.lu",
                    "vo.lu",
                    "sympatico.ca",
                    "rogers.com",
                    "videotron.ca");

    public Resemblance {
        likenesses = Set.copyOf(likenesses);
    }

    /// Empty when there is nothing to warn of.
    ///
    /// @param office how alike names must be: `nearCertain` is but for a slip the same; below it
    ///   names tell bodies of one house apart, such as a legion and its auxiliary
    public static Optional<Resemblance> of(Profile one, Profile other, Office.Duplicates office) {
        var similar = office.likelyPercent() / HUNDRED;
        var kinship = Kinship.between(one, other);
        if (kinship == Kinship.PARENT_AND_BRANCH) {
            return Optional.empty();
        }
        var town = town(one);
        var otherTown = town(other);
        var sameTown = !town.words().isEmpty() && town.equals(otherTown);
        var pairs =
                names(one).stream()
                        .flatMap(
                                mine -> names(other).stream().map(theirs -> new Pair(mine, theirs)))
                        .map(pair -> pair.in(town, otherTown))
                        .toList();
        if (pairs.stream().noneMatch(pair -> pair.isAlike(similar, sameTown))) {
            return Optional.empty();
        }
        var found = EnumSet.of(Likeness.NAME);
        if (sameTown) {
            found.add(Likeness.TOWN);
        } else if (PlainName.of(one.legalName()).holds(town)
                && PlainName.of(other.legalName()).holds(otherTown)) {
            // Both names say which town they are of: as advised, and nothing more to say.
            return Optional.empty();
        }
        found.addAll(more(one, other));
        var same =
                pairs.stream().anyMatch(pair -> pair.isSame(office.nearCertainPercent() / HUNDRED));
        if (kinship == Kinship.SIBLINGS) {
            // A family shares its site and its mail domain.
            found.removeAll(Set.of(Likeness.WEBSITE, Likeness.EMAIL));
            if (same) {
                found.add(Likeness.PARENT);
            }
        }
        var certain =
                sameTown
                        && found.size() > 2
                        && same
                        && figures(one).equals(figures(other))
                        && !calledOtherwise(one, other, similar);
        return Optional.of(new Resemblance(found, certain));
    }

    private static List<PlainName> names(Profile profile) {
        var names = new ArrayList<String>();
        names.add(profile.legalName());
        names.addAll(profile.otherNames());
        return plain(names);
    }

    private static List<PlainName> plain(List<String> names) {
        return names.stream().map(PlainName::of).filter(name -> !name.words().isEmpty()).toList();
    }

    /// Whether each has another name and none of them is the other's: chapters of a national body
    /// share its name and its address, and tell themselves apart by that.
    private static boolean calledOtherwise(Profile one, Profile other, double similar) {
        var mine = plain(one.otherNames());
        var theirs = plain(other.otherNames());
        return !mine.isEmpty()
                && !theirs.isEmpty()
                && mine.stream()
                        .noneMatch(name ->
                                theirs.stream().anyMatch(its -> name.likeness(its) >= similar));
    }

    /// The figures of all names: a lodge's number may stand in its other name.
    private static Set<String> figures(Profile profile) {
        return names(profile).stream()
                .flatMap(name -> name.figures().stream())
                .collect(Collectors.toSet());
    }

    /// One name of each. `likeness` is that of the whole names or of what they are called within
    /// their towns, whichever is more.
    private record Pair(PlainName mine, PlainName theirs, double likeness) {
        Pair(PlainName mine, PlainName theirs) {
            this(mine, theirs, mine.likeness(theirs));
        }

        Pair in(PlainName town, PlainName otherTown) {
            var bare = mine.without(town).likeness(theirs.without(otherTown));
            return new Pair(mine, theirs, Math.max(likeness, bare));
        }

        /// In one town a name that is a part of the other is alike, too.
        boolean isAlike(double similar, boolean sameTown) {
            return likeness >= similar
                    || sameTown && (isWithin(mine, theirs) || isWithin(theirs, mine));
        }

        private static boolean isWithin(PlainName part, PlainName whole) {
            return part.words().size() >= WORDS_OF_A_PART
                    && part.figures().equals(whole.figures())
                    && whole.words().containsAll(part.words());
        }

        boolean isSame(double nearCertain) {
            return likeness >= nearCertain && mine.kinds().equals(theirs.kinds());
        }
    }

    private static Set<Likeness> more(Profile one, Profile other) {
        var found = EnumSet.noneOf(Likeness.class);
        if (same(
                one.address().map(Resemblance::street), other.address().map(Resemblance::street))) {
            found.add(Likeness.STREET);
        }
        if (same(one.phone().map(Resemblance::phone), other.phone().map(Resemblance::phone))) {
            found.add(Likeness.PHONE);
        }
        if (same(one.website().map(Resemblance::host), other.website().map(Resemblance::host))) {
            found.add(Likeness.WEBSITE);
        }
        if (same(
                one.officialEmail().map(Resemblance::mailbox),
                other.officialEmail().map(Resemblance::mailbox))) {
            found.add(Likeness.EMAIL);
        }
        return found;
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.filter(text -> !text.isEmpty()).isPresent() && one.equals(other);
    }

    private static PlainName town(Profile profile) {
        return PlainName.of(profile.address().map(Address::town).orElse(""));
    }

    private static String street(Address address) {
        var street =
                Stream.of(NameKey.plain(address.street()).split(" "))
                        .map(word -> STREET_WORDS.getOrDefault(word, word))
                        .collect(Collectors.joining(" "));
        var code = NameKey.postalCode(address.postalCode());
        return street.isEmpty() ? "" : street + "|" + area(code, address.country());
    }

    /// An American code's last four digits are often left out, and so is the country before one of
    /// four or five digits (`L-1630`).
    private static String area(String code, String country) {
        var digits = code.replaceFirst("^(" + country + "|[A-Z])(?=\\d{4,5}$)", "");
        return digits.matches("\\d{9}") ? digits.substring(0, 5) : digits;
    }

    /// The last eight digits: with and without the country's code it is the same telephone.
    private static String phone(String typed) {
        var digits = typed.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 8));
    }

    private static String host(String site) {
        return site.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/:?#].*$", "");
    }

    /// The domain where it is the organisation's own, else the whole address.
    private static String mailbox(String email) {
        var lower = email.toLowerCase(Locale.ROOT);
        var domain = lower.substring(lower.indexOf('@') + 1);
        return PROVIDERS.contains(domain) ? lower : domain;
    }
}
