package org.passerelle.pack.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.pack.model.Programme.Question;

/// Reads questions to the organisation: written out, or the word of one in the partner's list.
final class QuestionReader {
    private final Reading reading;

    QuestionReader(Reading reading) {
        this.reading = reading;
    }

    /// `known` are the partner's own; empty when the partner itself is not known, which is noted
    /// elsewhere.
    List<Question> list(Value value, Optional<Map<String, Question>> known) {
        var seen = new HashSet<String>();
        var questions = new ArrayList<Question>();
        for (var entry : value.oneOrMore()) {
            var question = entry.isText() ? byWord(entry, known) : writtenOut(entry);
            question.ifPresent(q -> {
                if (seen.add(q.id())) {
                    questions.add(q);
                } else {
                    entry.wrong("question '" + q.id() + "' stands twice");
                }
            });
        }
        return List.copyOf(questions);
    }

    private static Optional<Question> byWord(Value value, Optional<Map<String, Question>> known) {
        return value.text()
                .flatMap(word -> {
                    if (known.isEmpty()) {
                        return Optional.empty();
                    }
                    var question = Optional.ofNullable(known.get().get(word));
                    return question.isPresent()
                            ? question
                            : value.wrongWord(
                                    "the partner has no question '" + word + "'",
                                    word,
                                    known.get().keySet());
                });
    }

    private Optional<Question> writtenOut(Value value) {
        return value.fields(Shapes.QUESTION)
                .map(fields ->
                        new Question(
                                fields.get("question", Scalars::word, ""),
                                fields.get("text", reading::localised, Reading.NO_TEXT),
                                fields.get("hint", reading::localised),
                                fields.get("required", Scalars::truth, true)));
    }
}
