package org.passerelle.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Pager;

/// Which part of a long list is shown, as `?page=` says it, from 1.
public record Paging(int page, int size) {
    private static final int A_PAGE = 25;
    private static final int LAST_PAGE = 100_000;

    /// Anything that is no page is the first.
    public static Paging of(Form form) {
        return of(form, A_PAGE);
    }

    public static Paging of(Form form, int size) {
        var asked = form.trimmed("page");
        var page = asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 1;
        return new Paging(Math.clamp(page, 1, LAST_PAGE), size);
    }

    /// How many entries come before those shown.
    public int from() {
        return (page - 1) * size;
    }

    /// This page, or the last that `total` entries fill: what was listed may be done meanwhile.
    public Paging within(int total) {
        return new Paging(Math.min(page, Math.max(1, Math.ceilDiv(total, size))), size);
    }

    /// The entries of this page, from a list that is at hand whole.
    public <T> List<T> of(List<T> all) {
        var start = Math.min(from(), all.size());
        return all.subList(start, Math.min(start + size, all.size()));
    }

    /// Where the page stands among `total`; empty when all fit on one.
    public Optional<Pager> pager(Frame frame, int total) {
        if (total <= size && page == 1) {
            return Optional.empty();
        }
        var first = Math.min(from() + 1, total);
        var last = Math.min(from() + size, total);
        return Optional.of(
                new Pager(
                        frame.word("ui.pager.range", first, last, total),
                        page == 1 ? Optional.empty() : Optional.of(address(frame, page - 1)),
                        last == total ? Optional.empty() : Optional.of(address(frame, page + 1))));
    }

    /// This page's address with another `page`.
    private static String address(Frame frame, int page) {
        var kept = new ArrayList<String>();
        for (var part : frame.query().replaceFirst("^\\?", "").split("&")) {
            if (!part.isEmpty() && !part.startsWith("page=")) {
                kept.add(part);
            }
        }
        kept.add("page=" + page);
        return frame.path() + "?" + String.join("&", kept);
    }
}
