package org.passerelle.backoffice.banking;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Pager;

/// Money on its way back, and the files of transfers for the bank (ORD-09).
public record PayoutsPage(
        List<BankPage.Tab> tabs,
        String found,
        List<Row> rows,
        List<FileRow> files,
        boolean canWrite,
        boolean hasPayPal,
        Optional<Pager> pager) {

    /// @param about what it is for; `path` is empty for money of the queue
    /// @param chosen whether it can go into a file now
    /// @param act where it is said to have left, or is directed anew; empty where neither can be
    public record Row(
            String id,
            String about,
            String path,
            String due,
            String to,
            String account,
            String means,
            String amount,
            String reason,
            String tone,
            String state,
            boolean chosen,
            String act) {}

    public record FileRow(String name, String path, String text) {}
}
