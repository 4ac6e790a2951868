package org.passerelle.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.HelpSubject.Place;
import org.passerelle.pack.model.Pack;
import org.springframework.stereotype.Service;

/// Face of the help module for what people can read instead of asking: the articles of an office's
/// pack (HLP-01).
@Service
public class HelpCentre {
    private final Map<Key, Shelf> shelves = new ConcurrentHashMap<>();

    private record Key(String packHash, Language language) {}

    /// An article as lists show it.
    ///
    /// @param answer the short answer: the article's first paragraph, as plain text
    /// @param language of both, which is another than the reader's where there is no text in theirs
    public record Entry(String id, String title, String answer, Language language) {}

    /// A subject of the contents.
    ///
    /// @param language of its title
    public record Subject(String id, String title, Language language, List<Entry> articles) {}

    /// An article to be read.
    ///
    /// @param markdown all of it but its title, in the language of the entry
    /// @param besides the other articles of its subject
    public record Article(Entry entry, Subject subject, String markdown, List<Entry> besides) {
        public Language language() {
            return entry.language();
        }
    }

    /// All subjects with their articles, in the pack's order.
    public List<Subject> contents(Pack pack, Language reader) {
        return shelf(pack, reader).contents();
    }

    /// The article of that word.
    public Optional<Article> article(Pack pack, String id, Language reader) {
        return shelf(pack, reader).article(id);
    }

    /// The articles that a question leads to, best first: accents, case and typos do not matter,
    /// and where no article has all of its words, those count that have at least half of them.
    public List<Entry> search(Pack pack, String question, Language reader) {
        return shelf(pack, reader).search(question);
    }

    /// The articles about a place of the product, in the pack's order.
    public List<Entry> about(Pack pack, Place place, Language reader) {
        return shelf(pack, reader).about(place);
    }

    private Shelf shelf(Pack pack, Language reader) {
        return shelves.computeIfAbsent(new Key(pack.hash(), reader), _ -> new Shelf(pack, reader));
    }
}
