package org.passerelle.portal.organisation;

import java.util.List;
import java.util.Optional;
import org.passerelle.portal.organisation.OrganisationPage.Badge;
import org.passerelle.portal.organisation.RegistrationPage.EvidenceSlot;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Step;

/// Where a case stands, questions to answer, evidence, reasons (VER-01, VER-09).
///
/// @param again what trying again would be called, when it is possible
/// @param mayContest whether the refusal can be contested now
/// @param lastWord why a refusal cannot be contested any more
/// @param contest what the organisation said against a refusal, in the case that decides it
/// @param writesTo the addresses that letters about the case go to, for whoever may act; else empty
/// @param form what was typed, to be shown again
/// @param takesEvidence whether documents can be added now
/// @param register whether the registration is open, to be corrected and submitted anew
/// @param confirm whether this is a re-qualification that only has to be confirmed
public record CasePage(
        String name,
        String number,
        Badge badge,
        String situation,
        List<Step> steps,
        List<QuestionView> questions,
        int open,
        Optional<DecisionView> decision,
        List<EvidenceSlot> slots,
        boolean takesEvidence,
        boolean confirm,
        boolean register,
        boolean mayAct,
        boolean mayWithdraw,
        Optional<String> again,
        boolean mayContest,
        Optional<String> lastWord,
        Optional<String> contest,
        String writesTo,
        Form form,
        List<LogEntry> history,
        FormErrors errors) {

    /// Whether a document was lost to a virus, is not replaced, and cannot be now: the office asks.
    public boolean waitsForLost() {
        return mayWithdraw
                && !takesEvidence
                && slots.stream().anyMatch(slot -> !slot.isGiven() && !slot.files().isEmpty());
    }

    /// @param answer empty while the question is open
    public record QuestionView(String id, String text, String asked, Optional<String> answer) {}

    /// @param statuses those found, in words; empty for a refusal (VER-04)
    public record DecisionView(
            String title, List<String> reasons, String words, String statuses, String grounds) {}
}
