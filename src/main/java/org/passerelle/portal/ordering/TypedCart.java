package org.passerelle.portal.ordering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.Ordering;
import org.passerelle.pack.model.OfferId;
import org.passerelle.ui.Form;

/// All that was typed into the cart's page. The page is one form, so whichever button is pressed,
/// everything typed elsewhere on it is kept too; what it only showed is not (ORD-01).
record TypedCart(
        Map<OfferId, String> quantities,
        Map<OfferId, Map<String, String>> answers,
        Map<OfferId, Map<Integer, Cart.Person>> persons) {
    private static final int MOST_PERSONS = 99;
    private static final int LONGEST_QUANTITY = 20;

    static TypedCart of(Form form) {
        var quantities = new LinkedHashMap<OfferId, String>();
        var answers = new LinkedHashMap<OfferId, Map<String, String>>();
        var persons = new LinkedHashMap<OfferId, Map<Integer, Cart.Person>>();
        for (var name : form.values().keySet()) {
            if (AsShown.isLeft(form, name, form.value(name))) {
                continue;
            }
            if (name.startsWith("quantity-")) {
                quantities.put(offer(name), shortened(form.value(name)));
            } else if (name.startsWith("answer-") && name.contains(":")) {
                answers.computeIfAbsent(offer(name), _ -> new LinkedHashMap<>())
                        .put(name.substring(name.indexOf(':') + 1), form.value(name));
            } else if (name.startsWith("name-") && name.endsWith(":1")) {
                var typed = persons(form, offer(name));
                if (!typed.isEmpty()) {
                    persons.put(offer(name), typed);
                }
            }
        }
        return new TypedCart(quantities, answers, persons);
    }

    /// `answer-OFFER:QUESTION`, `quantity-OFFER`.
    private static OfferId offer(String name) {
        var end = name.indexOf(':');
        return OfferId.of(name.substring(name.indexOf('-') + 1, end < 0 ? name.length() : end));
    }

    private static Map<Integer, Cart.Person> persons(Form form, OfferId offer) {
        var persons = new LinkedHashMap<Integer, Cart.Person>();
        for (var place = 1; place <= MOST_PERSONS; place++) {
            var key = offer + ":" + place;
            var name = form.value("name-" + key);
            var email = form.value("email-" + key);
            var isNew = form.value("new-" + key);
            var isLeft = AsShown.isLeft(form, "name-" + key, name, email, isNew);
            if (form.values().containsKey("name-" + key) && !isLeft) {
                persons.put(place, new Cart.Person(name, email, newUser(isNew)));
            }
        }
        return persons;
    }

    private static Optional<Boolean> newUser(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed.equals("yes"));
    }

    /// Kept as typed, within reason.
    static String shortened(String quantity) {
        return quantity.substring(0, Math.min(LONGEST_QUANTITY, quantity.length()));
    }

    void keep(Ordering ordering, OrganisationId organisation) {
        quantities.forEach((offer, typed) -> ordering.changeQuantity(organisation, offer, typed));
        answers.forEach((offer, typed) -> ordering.answer(organisation, offer, typed));
        persons.forEach((offer, typed) -> ordering.name(organisation, offer, typed));
    }
}
