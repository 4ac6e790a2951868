package org.passerelle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.Language;
import org.passerelle.notification.WebAddress;
import org.passerelle.words.WordBook;
import org.passerelle.words.Words;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes answers and problems in the reader's language; English where it asks for none we write.
@Component
class Replies {
    private final WordBook book;
    private final WebAddress site;
    private final JsonMapper json =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    Replies(WordBook book, WebAddress site) {
        this.book = book;
        this.site = site;
    }

    /// The words for an `Accept-Language` header.
    Words words(Optional<String> acceptLanguage) {
        return acceptLanguage.stream()
                .flatMap(header -> parse(header).stream())
                .flatMap(range -> Language.of(range.getRange()).stream())
                .findFirst()
                .map(book::in)
                .orElseGet(() -> book.in(Language.EN));
    }

    private static java.util.List<Locale.LanguageRange> parse(String header) {
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return java.util.List.of();
        }
    }

    Reply json(Object body) {
        return Reply.of(200, Reply.JSON, json.writeValueAsBytes(body));
    }

    Reply problem(Problem problem, Words words) {
        return problem(problem, words, Map.of());
    }

    /// With what more there is to say, as members of the problem.
    Reply problem(Problem problem, Words words, Map<String, ?> more) {
        return Reply.of(problem.status().value(), Reply.PROBLEM, bytes(problem, words, more));
    }

    /// A problem that passes by itself.
    Reply passing(Problem problem, Words words, Duration wait) {
        return new Reply(
                problem.status().value(),
                Reply.PROBLEM,
                bytes(problem, words, Map.of()),
                Optional.of(Math.max(1, wait.toSeconds())),
                false);
    }

    /// A problem of this very request, told before anything was done.
    Reply refusal(Problem problem, Words words, Map<String, ?> more) {
        return new Reply(
                problem.status().value(),
                Reply.PROBLEM,
                bytes(problem, words, more),
                Optional.empty(),
                false);
    }

    private byte[] bytes(Problem problem, Words words, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", site.of("/problems/" + problem.code()));
        body.put("title", words.get("api.problem." + problem.code() + ".title"));
        body.put("status", problem.status().value());
        body.put("detail", words.get("api.problem." + problem.code() + ".text"));
        body.put("instance", "urn:uuid:" + UUID.randomUUID());
        body.put("code", problem.code());
        body.putAll(more);
        return json.writeValueAsBytes(body);
    }
}
