package org.passerelle.ordering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.passerelle.pack.model.Offer;

/// What somebody agreed to by ordering, as one short text to compare (ORD-01).
final class CartSeal {
    private CartSeal() {}

    static String of(CartView view) {
        var said = view.lines().stream().map(CartSeal::said).toList().toString();
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(hash.digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// In no language, so that a page read in one and an order written in another agree.
    private static List<Object> said(CartView.Line line) {
        return List.of(
                line.typed().offer(),
                line.typed().units(),
                line.price(),
                line.conditions().stream()
                        .map(condition ->
                                List.of(
                                        condition.text().path(),
                                        condition.accepted().map(Cart.Acceptance::version)))
                        .toList(),
                new TreeMap<>(line.typed().answers()),
                line.typed().persons(),
                line.offer().map(Offer::sku));
    }
}
