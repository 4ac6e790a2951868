package org.passerelle.organisation.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Likeness;
import org.passerelle.organisation.Profile;

/// Whether two organisations with different numbers may be one (ORG-03).
///
/// A name alone never proves it: thousands of bodies share theirs. With the town it is worth a
/// warning; with a street, a telephone, a site or an address of their own besides, staff looks.
public record Resemblance(Set<Likeness> likenesses, boolean isNearCertain) {
    private static final double SIMILAR = 0.6;
    private static final double SAME = 0.9;

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
    public static Optional<Resemblance> of(Profile one, Profile other) {
        var kinship = Kinship.between(one, other);
        if (kinship == Kinship.PARENT_AND_BRANCH) {
            return Optional.empty();
        }
        var name = PlainName.of(one.legalName());
        var otherName = PlainName.of(other.legalName());
        var town = town(one);
        var otherTown = town(other);
        var bare = name.without(town);
        var otherBare = otherName.without(otherTown);
        var alike = name.likeness(otherName) >= SIMILAR || bare.likeness(otherBare) >= SIMILAR;
        if (!alike || !name.figures().equals(otherName.figures())) {
            return Optional.empty();
        }
        var found = EnumSet.of(Likeness.NAME);
        if (!town.words().isEmpty() && town.equals(otherTown)) {
            found.add(Likeness.TOWN);
        } else if (name.holds(town) && otherName.holds(otherTown)) {
            // Both names say which town they are of: as advised, and nothing more to say.
            return Optional.empty();
        }
        found.addAll(more(one, other));
        if (kinship == Kinship.SIBLINGS) {
            // A family shares its site and its mail domain.
            found.removeAll(Set.of(Likeness.WEBSITE, Likeness.EMAIL));
            if (bare.likeness(otherBare) >= SAME || name.likeness(otherName) >= SAME) {
                found.add(Likeness.PARENT);
            }
        }
        var certain = found.contains(Likeness.TOWN) && found.size() > 2;
        return Optional.of(new Resemblance(found, certain));
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
        var street = PlainName.plain(address.street()).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return street + "|" + address.postalCode().replaceAll("[^\\p{L}\\p{N}]", "");
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
