package org.passerelle.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.help.HelpCentre.Article;
import org.passerelle.help.HelpCentre.Entry;
import org.passerelle.help.HelpCentre.Subject;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.SearchWords;
import org.passerelle.pack.model.HelpSubject;
import org.passerelle.pack.model.HelpSubject.Place;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Texts.Text;
import org.passerelle.words.WordBook;

/// The articles of a pack for readers of one language, ready to be searched.
final class Shelf {
    private static final int IN_TITLE = 12;
    private static final int IN_ANSWER = 4;
    private static final int IN_TEXT = 1;

    /// Shorter ones (`de`, `my`) tell no article from another.
    private static final int SHORTEST = 3;

    private record Book(
            HelpSubject.Article article,
            Text text,
            Entry entry,
            Subject subject,
            List<String> title,
            List<String> answer,
            List<String> words) {}

    private final List<Subject> contents = new ArrayList<>();
    private final Map<String, Book> books = new LinkedHashMap<>();

    Shelf(Pack pack, Language reader) {
        for (var subject : pack.help()) {
            var texts = new LinkedHashMap<HelpSubject.Article, Text>();
            for (var article : subject.articles()) {
                pack.texts()
                        .find(article.text(), reader, fallbacks(pack))
                        .ifPresent(text -> texts.put(article, text));
            }
            var entries = new LinkedHashMap<HelpSubject.Article, Entry>();
            texts.forEach((article, text) ->
                    entries.put(
                            article,
                            new Entry(
                                    article.id(),
                                    WordBook.typeset(text.language(), text.title()),
                                    WordBook.typeset(
                                            text.language(), FirstParagraph.of(text.markdown())),
                                    text.language())));
            var shown =
                    new Subject(
                            subject.id(),
                            subject.title().in(reader),
                            subject.title().languageFor(reader),
                            List.copyOf(entries.values()));
            contents.add(shown);
            entries.forEach((article, entry) ->
                    books.put(
                            article.id(),
                            book(
                                    article,
                                    java.util.Objects.requireNonNull(texts.get(article)),
                                    entry,
                                    shown)));
        }
    }

    /// The office's languages, then whichever a pack it builds on has: help in another language is
    /// better than none.
    private static List<Language> fallbacks(Pack pack) {
        return Stream.concat(pack.office().languages().stream(), Stream.of(Language.values()))
                .distinct()
                .toList();
    }

    private static Book book(HelpSubject.Article article, Text text, Entry entry, Subject subject) {
        return new Book(
                article,
                text,
                entry,
                subject,
                SearchWords.of(text.title()),
                SearchWords.of(entry.answer()),
                SearchWords.of(text.markdown()));
    }

    List<Subject> contents() {
        return List.copyOf(contents);
    }

    Optional<Article> article(String id) {
        return Optional.ofNullable(books.get(id))
                .map(book ->
                        new Article(
                                book.entry(),
                                book.subject(),
                                book.text().markdown(),
                                book.subject().articles().stream()
                                        .filter(other -> !other.id().equals(id))
                                        .toList()));
    }

    List<Entry> about(Place place) {
        return books.values().stream()
                .filter(book -> book.article().about().contains(place))
                .map(Book::entry)
                .toList();
    }

    /// @param hits how many of the question's words the article has
    private record Found(Book book, int hits, int score) {}

    List<Entry> search(String question) {
        var words = telling(SearchWords.of(question));
        if (words.isEmpty()) {
            return List.of();
        }
        var found = books.values().stream().map(book -> look(book, words)).toList();
        var best = found.stream().mapToInt(Found::hits).max().orElse(0);
        var enough = best == words.size() ? best : Math.ceilDiv(words.size(), 2);
        return found.stream()
                .filter(one -> one.hits() >= enough && one.hits() > 0)
                .sorted(
                        Comparator.comparingInt(Found::hits)
                                .thenComparingInt(Found::score)
                                .reversed())
                .map(one -> one.book().entry())
                .toList();
    }

    private static List<String> telling(List<String> words) {
        var telling = words.stream().filter(word -> word.length() >= SHORTEST).toList();
        return telling.isEmpty() ? words : telling;
    }

    private static Found look(Book book, List<String> words) {
        var hits = 0;
        var score = 0;
        for (var word : words) {
            var fit =
                    IN_TITLE * SearchWords.fit(word, book.title())
                            + IN_ANSWER * SearchWords.fit(word, book.answer())
                            + IN_TEXT * SearchWords.fit(word, book.words());
            hits += fit > 0 ? 1 : 0;
            score += fit;
        }
        return new Found(book, hits, score);
    }
}
