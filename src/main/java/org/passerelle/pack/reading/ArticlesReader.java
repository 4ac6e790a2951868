package org.passerelle.pack.reading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.HelpSubject;
import org.passerelle.pack.model.HelpSubject.Article;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads `articles.yaml`: the contents of the help centre.
final class ArticlesReader {
    private static final String FILE = "articles.yaml";

    private final Reading reading;

    ArticlesReader(Reading reading) {
        this.reading = reading;
    }

    private record Subject(Localised title, Map<String, Article> articles) {}

    /// The subjects of all layers. Ours of the same word as a base pack's has our title and holds
    /// our articles after those of the base; an article of the same word moves to where ours is.
    List<HelpSubject> read(List<Layer> layers) {
        var subjects = new LinkedHashMap<String, Subject>();
        for (var layer : layers) {
            var path = layer.files().get(FILE);
            Reader<Localised> title =
                    layer.equals(layers.getLast()) ? reading::localised : reading::borrowed;
            if (path != null) {
                var subjectsHere = new HashSet<String>();
                var articlesHere = new HashSet<String>();
                YamlFile.read(path, layer.shown(FILE), reading.problems())
                        .flatMap(value -> value.fields(Shapes.ARTICLES))
                        .map(fields ->
                                fields.list(
                                        "subjects",
                                        value -> subject(value, title, subjectsHere, articlesHere)))
                        .orElse(List.of())
                        .forEach(subject -> add(subject, subjects));
            }
        }
        return subjects.entrySet().stream()
                .map(entry ->
                        new HelpSubject(
                                entry.getKey(),
                                entry.getValue().title(),
                                List.copyOf(entry.getValue().articles().values())))
                .filter(subject -> !subject.articles().isEmpty())
                .toList();
    }

    private static void add(HelpSubject ours, Map<String, Subject> subjects) {
        var earlier = subjects.get(ours.id());
        Map<String, Article> articles =
                earlier == null ? new LinkedHashMap<>() : earlier.articles();
        subjects.put(ours.id(), new Subject(ours.title(), articles));
        for (var article : ours.articles()) {
            subjects.values().forEach(subject -> subject.articles().remove(article.id()));
            articles.put(article.id(), article);
        }
    }

    private Optional<HelpSubject> subject(
            Value value,
            Reader<Localised> title,
            Set<String> subjectsHere,
            Set<String> articlesHere) {
        return value.fields(Shapes.HELP_SUBJECT)
                .map(fields ->
                        new HelpSubject(
                                fields.get("subject", OfficeTermsReader.once(subjectsHere), ""),
                                fields.get("title", title, Reading.NO_TEXT),
                                fields.list("articles", one -> article(one, articlesHere))));
    }

    private Optional<Article> article(Value value, Set<String> here) {
        return value.fields(Shapes.ARTICLE)
                .map(fields -> {
                    var about = Scalars.oneOf(HelpSubject.Place.class);
                    var article =
                            new Article(
                                    fields.get("article", OfficeTermsReader.once(here), ""),
                                    new HashSet<>(fields.oneOrMore("about", about)));
                    fields.value("article")
                            .filter(_ -> !article.id().isEmpty())
                            .ifPresent(word ->
                                    reading.vocabulary()
                                            .use(Kind.TEXT, article.text(), word.place()));
                    return article;
                });
    }
}
