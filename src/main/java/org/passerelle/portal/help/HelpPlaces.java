package org.passerelle.portal.help;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.pack.model.HelpSubject.Place;

/// At which place of the product a page lies, by its address: the longest beginning counts.
public final class HelpPlaces {
    private static final Map<String, Place> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("/sign-in", Place.SIGN_IN);
        PLACES.put("/forgotten-password", Place.SIGN_IN);
        PLACES.put("/forgotten-username", Place.SIGN_IN);
        PLACES.put("/reset", Place.SIGN_IN);
        PLACES.put("/register", Place.REGISTER);
        PLACES.put("/account", Place.ACCOUNT);
        PLACES.put("/account/requests", Place.REQUESTS);
        PLACES.put("/requests", Place.REQUESTS);
        PLACES.put("/organisation", Place.ORGANISATION);
        PLACES.put("/organisation/registration", Place.REGISTRATION);
        PLACES.put("/organisation/registration/evidence", Place.EVIDENCE);
        PLACES.put("/organisation/join", Place.JOINING);
        PLACES.put("/organisation/waiting", Place.JOINING);
        PLACES.put("/organisation/case", Place.CASE);
        PLACES.put("/organisation/changes", Place.CHANGES);
        PLACES.put("/organisation/data", Place.CHANGES);
        PLACES.put("/organisation/tax", Place.CHANGES);
        PLACES.put("/organisation/members", Place.MEMBERS);
        PLACES.put("/organisation/programmes", Place.PROGRAMMES);
        PLACES.put("/eligibility", Place.PROGRAMMES);
        PLACES.put("/organisation/allotments", Place.ALLOTMENTS);
        PLACES.put("/catalogue", Place.CATALOGUE);
        PLACES.put("/offers", Place.OFFER);
        PLACES.put("/cart", Place.CART);
        PLACES.put("/cart/review", Place.REVIEW);
        PLACES.put("/orders", Place.ORDERS);
        PLACES.put("/orders/", Place.ORDER);
        PLACES.put("/tokens", Place.TOKENS);
        PLACES.put("/messages", Place.MESSAGES);
    }

    private HelpPlaces() {}

    /// The place of a page, if articles can be about it.
    public static Optional<Place> of(String path) {
        return PLACES.entrySet().stream()
                .filter(place -> begins(path, place.getKey()))
                .max(java.util.Comparator.comparingInt(place -> place.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /// `/register` is no beginning of `/registered`.
    private static boolean begins(String path, String beginning) {
        return path.startsWith(beginning)
                && (path.length() == beginning.length()
                        || beginning.endsWith("/")
                        || path.charAt(beginning.length()) == '/');
    }
}
