package org.passerelle.pack.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Localised;

/// Something people ask the office for, with the fields it needs to answer (HLP-02).
///
/// `evidence` are the documents wanted, `readyTexts` what staff may answer with. The office answers
/// within `promisedBusinessDays` of its own calendar. Where `doneBy` is given there is a page of
/// the product made for it, and no form.
public record RequestKind(
        String id,
        Localised title,
        Localised text,
        Asker from,
        AnsweredBy answeredBy,
        int promisedBusinessDays,
        Optional<DoneBy> doneBy,
        Map<String, Field> fields,
        List<Localised> evidence,
        List<ReadyText> readyTexts) {

    /// Who may ask: anybody, without an account too, or a member for their organisation.
    public enum Asker {
        ANYBODY,
        MEMBER
    }

    /// The role of the staff that answers; an administrator may always.
    public enum AnsweredBy {
        REVIEWER,
        PROGRAMME_MANAGER,
        FINANCE,
        SUPPORT
    }

    /// The page of the product that is made for the purpose.
    public enum DoneBy {
        CHANGE_REQUEST,
        BRANCH_LETTER,
        /// Giving something of an order back (ORD-09).
        RETURN,
        /// Cancelling an order, on its own page (ORD-08).
        CANCELLATION
    }

    /// What is typed into a field.
    public enum Type {
        TEXT,
        LONG_TEXT,
        EMAIL,
        DATE,
        WHOLE_NUMBER,
        CHOICE,
        /// The number of an order of the organisation.
        ORDER
    }

    /// `choices` are those of a choice, by id; empty for other types.
    public record Field(
            String id,
            Localised label,
            Optional<Localised> hint,
            Type type,
            boolean required,
            Map<String, Localised> choices) {}

    /// What staff may answer with, under a short name.
    public record ReadyText(String id, Localised name, Localised text) {}

    /// As addresses and the audit trail write an enum's value.
    public static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
