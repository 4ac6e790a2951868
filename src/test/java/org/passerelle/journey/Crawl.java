package org.passerelle.journey;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows every link that a visitor finds, one page of each shape of address: each must answer,
/// and each that was not looked at before is looked at with a critical eye.
final class Crawl {
    private static final int MOST_PAGES = 80;
    private static final Set<String> NOT_PAGES = Set.of("/dev", "/api", "/assets", "/problems");

    private final Visitor visitor;
    private final Set<String> lookedAt;
    private final List<String> findings = new ArrayList<>();
    private final Map<String, String> pages = new LinkedHashMap<>();

    /// @param lookedAt the shapes that earlier crawls looked at; this one adds its own
    Crawl(Visitor visitor, Set<String> lookedAt) {
        this.visitor = visitor;
        this.lookedAt = lookedAt;
        visitor.keepingFindings(findings);
        var toSee = new ArrayDeque<Link>(linksHere());
        while (!toSee.isEmpty() && pages.size() < MOST_PAGES) {
            var link = toSee.removeFirst();
            if (pages.putIfAbsent(shapeOf(link.to()), link.to()) == null) {
                toSee.addAll(see(link));
            }
        }
    }

    List<String> findings() {
        return findings;
    }

    /// The addresses seen.
    Set<String> pages() {
        return Set.copyOf(pages.values());
    }

    private record Link(String from, String to) {}

    private List<Link> see(Link link) {
        var address = link.to();
        var status = visitor.open(address);
        if (status != 200) {
            findings.add(address + " answers " + status + " (linked from " + link.from() + ")");
            return List.of();
        }
        if (lookedAt.add(shapeOf(address))) {
            visitor.glance(address);
        }
        return linksHere();
    }

    @SuppressWarnings("unchecked") // a script answers with a list of texts
    private List<Link> linksHere() {
        var links =
                (List<String>)
                        visitor.page()
                                .evaluate(
                                        """
                                        () => [...document.querySelectorAll('a[href]')]
                                          .filter(a => !a.hasAttribute('download')
                                            && a.target !== '_blank')
                                          .map(a => new URL(a.href))
                                          .filter(url => url.origin === location.origin)
                                          .map(url => url.pathname)
                                        """);
        return links.stream()
                .filter(path -> NOT_PAGES.stream().noneMatch(path::startsWith))
                .filter(path -> !path.contains("/evidence/"))
                .distinct()
                .map(path -> new Link(visitor.page().url(), path))
                .toList();
    }

    /// The address with every number and id taken for the same; one offer stands for all.
    private static String shapeOf(String address) {
        return address.replaceAll("/[a-z]{3}_[0-9a-f-]{36}", "/*")
                .replaceAll("/[0-9a-f-]{36}", "/*")
                .replaceAll("/\\d+", "/*")
                .replaceAll("^/offers/[^/]+", "/offers/*")
                .replaceAll("^/organisation/programmes/[^/]+", "/organisation/programmes/*");
    }
}
