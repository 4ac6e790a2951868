package org.passerelle.ordering;

import java.util.List;
import java.util.Map;
import org.passerelle.pack.model.OfferId;
import org.passerelle.programme.History;

/// What somebody wants to order together, with all that was said about it so far.
public record Basket(List<Line> lines) {
    public Basket {
        lines = List.copyOf(lines);
    }

    /// @param answers to the questions of the offer and of its programme's partner, by question
    /// @param persons who will use the units, where each is for one person
    /// @param accepted whether the offer's conditions were accepted, all of them
    public record Line(
            OfferId offer,
            long quantity,
            Map<String, String> answers,
            List<History.Person> persons,
            boolean accepted) {

        public boolean answers(String question) {
            var answer = answers.get(question);
            return answer != null && !answer.isBlank();
        }
    }
}
