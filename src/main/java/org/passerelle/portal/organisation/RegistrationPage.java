package org.passerelle.portal.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.organisation.Field;
import org.passerelle.organisation.LikelyMatch;
import org.passerelle.portal.organisation.NumberFields.NumberField;
import org.passerelle.ui.Fact;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;

/// One step of the registration, with always what is missing (ORG-01).
///
/// @param wrong what is there and not valid, each with what is wrong and the way to its field
/// @param options the choices of a field, by its code
/// @param formName the legal form chosen, which says what numbers and documents are asked for
/// @param numbersAbroad numbers of other countries that the office takes besides
/// @param alike its matches on the steps of the name, the address and the last one
/// @param taken set when the number just typed belongs to a registered organisation
/// @param summaries what was given, by step, for the last page
/// @param branches what the office says of branches without a number of their own, if it takes any
/// @param tab what this window has seen of what other windows saved
/// @param refused why the office refused, where this takes the case up again (VER-01)
public record RegistrationPage(
        Field.Step step,
        List<StepLink> steps,
        Form form,
        FormErrors errors,
        List<MissingLink> wrong,
        List<MissingLink> missing,
        Map<String, List<Option>> options,
        List<NumberField> numbers,
        List<NumberField> numbersAbroad,
        Optional<String> formName,
        Optional<String> formHint,
        List<EvidenceSlot> slots,
        int purchaseRows,
        Optional<Taken> taken,
        Alike alike,
        List<Summary> summaries,
        Optional<String> branches,
        Tab tab,
        Optional<Refused> refused) {

    /// @param seen what the window shows of what is stored, for a hidden field of the form
    /// @param offered what is stored where its reader is asked to choose: their next press decides
    /// @param clashes what another window changed too, said beside the form after a save by itself
    public record Tab(String seen, String offered, List<MissingLink> clashes) {
        public boolean mustChoose() {
            return !offered.isEmpty();
        }
    }

    /// @param mark `done`, `now` or empty, as the list of steps marks it
    public record StepLink(String name, String path, String mark, int missing) {}

    public record MissingLink(String text, String path) {}

    /// A document asked for, and what was given for it.
    public record EvidenceSlot(String kind, String label, List<EvidenceView> files) {
        /// Whether a file is there that was not lost.
        public boolean isGiven() {
            return files.stream().anyMatch(file -> !file.lost());
        }
    }

    public record Taken(String scheme, String number, String label) {}

    /// Registered organisations with a similar name: name and town only (ORG-03).
    ///
    /// @param held whether staff looks first
    /// @param same whether staff looked and found it registered
    public record Alike(List<LikelyMatch> matches, boolean held, boolean same) {}

    /// @param words what the reviewer wrote, perhaps nothing
    public record Refused(List<String> reasons, String words) {}

    /// What a step holds, to be read again.
    public record Summary(String name, String path, List<Fact> facts) {}

    public List<Option> choices(String field) {
        return options.getOrDefault(field, List.of());
    }

    /// What is wrong in a step, which its summary cannot show.
    public List<MissingLink> wrongIn(Summary summary) {
        return wrong.stream().filter(one -> one.path().startsWith(summary.path() + "#")).toList();
    }

    /// The step after this one.
    public Field.Step next() {
        var all = Field.Step.values();
        return all[Math.min(step.ordinal() + 1, all.length - 1)];
    }

    /// Whether it was submitted already, is compared or was found the same: nothing is to be
    /// submitted (ORG-03).
    public boolean isSent() {
        return alike.held() || alike.same();
    }

    public int number() {
        return step.ordinal() + 1;
    }
}
