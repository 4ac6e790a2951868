package org.passerelle.ordering;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Programme;

/// A line's answers to the partner in the order of its questions, as the cart asks them; those to
/// questions that the pack asks no more come last (ORD-07).
public final class AnswersAsAsked {
    private AnswersAsAsked() {}

    /// The line's answers, sorted.
    public static List<Order.Answer> of(Pack pack, Order.Line line) {
        var asked =
                Stream.concat(
                                pack.programme(line.programme()).stream()
                                        .flatMap(programme -> programme.versions().stream())
                                        .flatMap(version -> version.approval().stream())
                                        .flatMap(approval -> approval.questions().stream()),
                                pack.offer(line.offer()).map(Offer::questions).stream()
                                        .flatMap(List::stream))
                        .map(Programme.Question::id)
                        .distinct()
                        .toList();
        return line.answers().stream()
                .sorted(Comparator.comparingInt(answer -> place(asked, answer)))
                .toList();
    }

    private static int place(List<String> asked, Order.Answer answer) {
        var place = asked.indexOf(answer.question());
        return place < 0 ? asked.size() : place;
    }
}
