package org.passerelle.backoffice.banking;

import java.util.List;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Option;

/// One movement: what the bank says, what it may be for, what was decided (PAY-02).
///
/// @param shares how many lines the form for several orders has
/// @param isSetAside it was, and may be said to be something else
/// @param takenBack credits that a debit may take back
public record MovementPage(
        String number,
        String path,
        String open,
        boolean isOpen,
        boolean isCredit,
        boolean canSendBack,
        boolean isFromKnownAccount,
        boolean isSetAside,
        String undo,
        String stays,
        List<Fact> facts,
        List<BankPage.Suggested> suggestions,
        List<BankPage.Done> decisions,
        List<BankPage.Row> takenBack,
        boolean isTakenBack,
        List<Option> purposes,
        int shares,
        String back) {}
