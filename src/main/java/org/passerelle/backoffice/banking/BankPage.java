package org.passerelle.backoffice.banking;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Option;
import org.passerelle.ui.Pager;

/// What came on the office's account and what became of it (PAY-02).
///
/// @param account as it is printed
/// @param sums where the money went that came, in words
/// @param gaps statements that are missing, in words
/// @param purposes what those may be that are set aside together; empty where none can be
public record BankPage(
        String account,
        List<Tab> tabs,
        String found,
        List<Row> rows,
        List<StatementRow> statements,
        List<AdviceRow> advices,
        List<String> sums,
        List<String> gaps,
        List<Option> purposes,
        Optional<Pager> pager) {

    public boolean isEmpty() {
        return rows.isEmpty() && statements.isEmpty() && advices.isEmpty();
    }

    /// Whether several of those shown can be set aside together.
    public boolean canSetAside() {
        return !purposes.isEmpty();
    }

    public record Tab(String name, String path, int count, boolean current) {}

    /// @param from who paid, or was paid
    /// @param text what stands on it
    /// @param done what was decided, in words
    /// @param top the likeliest thing it is for
    public record Row(
            String id,
            String anchor,
            String path,
            String day,
            String number,
            String from,
            String account,
            String text,
            String amount,
            List<Done> done,
            boolean open,
            Optional<Suggested> top) {}

    /// @param path of what it was assigned to; empty for anything else
    public record Done(String tone, String text, String path) {}

    /// @param number of the order
    /// @param act where one click assigns all that is open
    /// @param why all signs in words
    public record Suggested(
            String number,
            String path,
            String act,
            String organisation,
            String amount,
            String why,
            boolean owed) {}

    /// A booking that a report or an advice told of.
    ///
    /// @param state in words
    /// @param path of the movement; empty while no statement shows it
    public record AdviceRow(
            String day,
            String kind,
            String file,
            String amount,
            String payments,
            String tone,
            String state,
            String path) {}

    /// @param gap what is missing before it; empty when it joins on
    public record StatementRow(
            String period,
            String number,
            String opening,
            String closing,
            String movements,
            String file,
            String path,
            String taken,
            String gap) {}
}
