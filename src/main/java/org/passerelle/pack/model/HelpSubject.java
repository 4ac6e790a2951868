package org.passerelle.pack.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.kernel.Localised;

/// A subject of the help centre with its articles, in the pack's order (HLP-01).
public record HelpSubject(String id, Localised title, List<Article> articles) {
    /// What the paths of articles' texts begin with.
    public static final String TEXTS = "articles/";

    /// An article: its text is `articles/<id>`, the text's first paragraph is its answer in short.
    ///
    /// @param about where the question arises: these pages lead to it
    public record Article(String id, Set<Place> about) {

        /// The path of its text.
        public String text() {
            return TEXTS + id;
        }
    }

    /// Places of the product at which people ask themselves something.
    public enum Place {
        SIGN_IN,
        REGISTER,
        ACCOUNT,
        REGISTRATION,
        EVIDENCE,
        CASE,
        ORGANISATION,
        CHANGES,
        MEMBERS,
        JOINING,
        PROGRAMMES,
        CATALOGUE,
        OFFER,
        CART,
        REVIEW,
        ORDERS,
        ORDER,
        ALLOTMENTS,
        TOKENS,
        MESSAGES,
        REQUESTS;

        /// As packs write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
