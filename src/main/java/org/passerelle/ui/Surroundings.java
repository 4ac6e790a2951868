package org.passerelle.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.kernel.Language;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/// What every page shows and only a module of the business knows. A delivery module answers; this
/// interface answers for a product that has none.
public interface Surroundings {

    /// The office whose pages these are; on pages of staff the one they chose.
    default OfficeCard office(Language language, HttpServletRequest request) {
        return OfficeCard.none();
    }

    /// The zone in which that office reads its clock.
    default ZoneId zone(HttpServletRequest request) {
        return ZoneOffset.UTC;
    }

    /// How to show whoever is signed in.
    default SignedInView signedIn(Authentication authentication) {
        return new SignedInView(
                authentication.getName(), Optional.empty(), rolesOf(authentication));
    }

    /// The organisation the person is acting for.
    default Optional<CurrentOrganisation> organisation(HttpServletRequest request) {
        return Optional.empty();
    }

    /// What waits behind an entry of the navigation, by the entry's key; `cart` counts the
    /// articles.
    default Map<String, Integer> counts(HttpServletRequest request) {
        return Map.of();
    }

    /// The entries of the navigation that are closed to the reader for another reason than a role.
    default Set<String> closed() {
        return Set.of();
    }

    /// What helps on this page: articles about what is asked there.
    default List<Guide> guides(Language language, HttpServletRequest request) {
        return List.of();
    }

    /// The roles among the authorities: those that begin with `ROLE_`.
    static Set<String> rolesOf(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith("ROLE_"))
                .map(authority -> authority.substring("ROLE_".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// @param id of the office; empty where the product has none
    /// @param several whether the reader may choose another office
    /// @param name of the office, as in the footer
    /// @param place beside the logo, such as `Luxembourg`; may be empty
    /// @param languages in which the office's texts are; one at least, except of no office
    /// @param address lines; may be empty
    /// @param email to write to; may be empty
    /// @param hours when somebody answers; may be empty
    /// @param documents how many documents one matter takes, and how large they may be
    /// @param tax what its prices are called without taxes and with them
    record OfficeCard(
            String id,
            boolean several,
            String name,
            List<Language> languages,
            String place,
            List<String> address,
            String email,
            String hours,
            DocumentBounds documents,
            TaxTerms tax) {

        static OfficeCard none() {
            var usual = new DocumentBounds(20, 10);
            return new OfficeCard(
                    "",
                    false,
                    "Passerelle",
                    List.of(),
                    "",
                    List.of(),
                    "",
                    "",
                    usual,
                    new TaxTerms("", ""));
        }

        /// Whether what it says can be read in `language`; who says nothing says it in all.
        boolean speaks(Language language) {
            return languages.isEmpty() || languages.contains(language);
        }
    }

    /// What is said beside a field for files, since the office chooses it (VER-09).
    record DocumentBounds(int mostFiles, int largestMegabytes) {}

    /// What a price is called without its taxes and with them, in the reader's language.
    record TaxTerms(String excluded, String included) {}

    /// An article, by the address it lies at.
    ///
    /// @param language of its title
    record Guide(String title, String path, Language language) {}

    /// @param switchPath where to choose another organisation; empty when there is no other
    record CurrentOrganisation(String name, Optional<String> switchPath) {
        /// Two letters that stand for the organisation.
        public String initials() {
            return Initials.of(name);
        }
    }
}
