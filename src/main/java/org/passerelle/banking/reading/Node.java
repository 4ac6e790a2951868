package org.passerelle.banking.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One small part of a file, such as an entry, as a tree: local names only, for banks disagree
/// about prefixes and versions.
record Node(String name, String currency, String text, List<Node> children, int line) {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 10_000;

    /// Reads the element at which the reader stands, to its end.
    static Node read(XMLStreamReader xml) throws XMLStreamException {
        return read(xml, 0);
    }

    private static Node read(XMLStreamReader xml, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("deeper than any bank writes", xml.getLocation());
        }
        var name = xml.getLocalName();
        var currency = xml.getAttributeValue(null, "Ccy");
        var line = xml.getLocation().getLineNumber();
        var text = new StringBuilder();
        var children = new ArrayList<Node>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                children.add(read(xml, depth + 1));
            } else if (xml.isCharacters() && text.length() < LONGEST) {
                text.append(xml.getText());
            }
        }
        return new Node(
                name,
                currency == null ? "" : currency.strip(),
                text.toString().strip(),
                children,
                line);
    }

    /// The nodes at the end of a path, in order.
    Stream<Node> all(String... path) {
        var found = Stream.of(this);
        for (var step : path) {
            found =
                    found.flatMap(node ->
                            node.children.stream().filter(child -> child.name.equals(step)));
        }
        return found;
    }

    Optional<Node> one(String... path) {
        return all(path).findFirst();
    }

    /// The text at the end of a path; empty where there is none, or where the bank says so.
    String text(String... path) {
        return all(path)
                .map(Node::text)
                .filter(text -> !text.isEmpty() && !isNothing(text))
                .findFirst()
                .orElse("");
    }

    private static boolean isNothing(String text) {
        return switch (text.replaceAll("[\\s_]", "").toUpperCase(java.util.Locale.ROOT)) {
            case "NOTPROVIDED", "NONREF", "NOREF", "NOTAVAILABLE" -> true;
            default -> false;
        };
    }
}
