package org.passerelle.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.passerelle.registry.ImportFault;
import org.passerelle.registry.ImportFigures;
import org.passerelle.registry.ImportOrder;
import org.passerelle.registry.ImportOutcome;
import org.passerelle.registry.RegisterView.Installed;

/// Says what an import did, or why it was refused and what can be done.
///
/// @param before what was installed when it began
record ImportText(PrintWriter out, ImportOrder order, Optional<Installed> before) {

    void tell(ImportOutcome outcome, double seconds) {
        switch (outcome) {
            case ImportOutcome.Imported(var figures) -> {
                figures("imported", figures, seconds);
                unusable(figures);
            }
            case ImportOutcome.WouldImport(var figures) -> {
                figures("would be imported (dry run, nothing changed)", figures, seconds);
                unusable(figures);
            }
            case ImportOutcome.Unchanged(var figures) ->
                    out.println(
                            ("%s as of %s: nothing changed, all %,d entries stand as they"
                                            + " were (%.1f s)")
                                    .formatted(
                                            order.register(),
                                            order.asOf(),
                                            figures.entries(),
                                            seconds));
            case ImportOutcome.Refused(var fault) -> {
                out.println("Refused, nothing changed: " + words(fault));
            }
        }
    }

    private void figures(String done, ImportFigures figures, double seconds) {
        out.println(
                "%s as of %s: %s in %.1f s, %,.0f records a second"
                        .formatted(
                                order.register(),
                                order.asOf(),
                                done,
                                seconds,
                                figures.records() / Math.max(seconds, 0.001)));
        out.println(
                "%,d records: %,d new, %,d changed, %,d gone, %,d back"
                        .formatted(
                                figures.records(),
                                figures.added(),
                                figures.changed(),
                                figures.gone(),
                                figures.back()));
        if (figures.reread() > 0) {
            out.println(
                    ("%,d the same but understood anew, since the description or the"
                                    + " program is another")
                            .formatted(figures.reread()));
        }
        out.println(
                "%,d entries stand in the register now, %,d of them active"
                        .formatted(figures.entries(), figures.active()));
        compared(figures);
    }

    /// These files say nowhere how long they should be, so that one that lacks a few records at its
    /// end looks whole: people are given what there is to compare.
    private void compared(ImportFigures figures) {
        if (order.records().isPresent()) {
            out.println("As many records as were to be there");
        } else if (before.isEmpty()) {
            out.println(
                    ("The first import: compare %,d records with the keeper's page, or say"
                                    + " --records=NUMBER, since a file cut at a line's end looks"
                                    + " whole")
                            .formatted(figures.records()));
        } else {
            out.println(
                    "%,d entries stood in it as of %s: %+,d"
                            .formatted(
                                    before.get().entries(),
                                    before.get().asOf(),
                                    figures.entries() - before.get().entries()));
        }
    }

    private void unusable(ImportFigures figures) {
        if (figures.unusable() > 0) {
            out.println(
                    "%,d records have no number and were left out: %s%s"
                            .formatted(
                                    figures.unusable(),
                                    String.join(", ", figures.unusableLines()),
                                    figures.unusable() > figures.unusableLines().size()
                                            ? ", …"
                                            : ""));
        }
    }

    private static String words(ImportFault fault) {
        var place = fault.line() > 0 ? fault.file() + ":" + fault.line() : fault.file();
        var details = fault.details().toArray();
        return place
                + ": "
                + switch (fault.kind()) {
                    case CUT -> "the file is cut here. Download it again";
                    case WRONG_COLUMN_COUNT ->
                            "the record has %s fields, the header %s. Is the file cut?"
                                    .formatted(details);
                    case COLUMNS_MISSING ->
                            "the header lacks what the register's description names: %s"
                                    .formatted(details);
                    case NOT_IN_ENCODING ->
                            "these bytes are not %s. Is it the right register, or another encoding?"
                                    .formatted(details);
                    case DAMAGED -> "a byte 0 within a text. Download the file again";
                    case NUMBER_TWICE ->
                            "number %s stands here a second time with other data; first in line %s"
                                    .formatted(details);
                    case UNUSABLE ->
                            "%s of %s records have no number. Is it the right column?"
                                    .formatted(details);
                    case SHRUNK ->
                            ("%s of %s entries would be gone, more than %s %%. Is it the whole"
                                            + " register? If it is, say --accept-shrink")
                                    .formatted(details);
                    case HOLE ->
                            ("%s entries in a row would be gone, %s to %s: a file seems cut at a"
                                            + " line's end. If it is whole, say --accept-shrink")
                                    .formatted(details);
                    case WRONG_RECORD_COUNT ->
                            "%s records were read, and %s should be there. Is the file cut?"
                                    .formatted(details);
                    case OLDER -> "a later file is installed, as of %s".formatted(details);
                    case EMPTY -> "there is no record in it";
                    case RUNNING -> "another import of this register runs";
                    case UNREADABLE -> "the file cannot be read: %s".formatted(details);
                };
    }
}
