package org.passerelle.backoffice.banking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Option;

/// What somebody typed of money that pays nothing the office sells (PAY-02).
///
/// @param purpose empty where none was chosen
/// @param reason may be empty where the purpose says all
record SetAside(Optional<Purpose> purpose, String reason) {
    private static final int LONGEST_REASON = 300;
    private static final String REASON = "aside-reason";

    static SetAside typed(Form form) {
        var chosen = form.trimmed("purpose");
        return new SetAside(
                Stream.of(Purpose.values())
                        .filter(one -> BankWords.code(one).equals(chosen))
                        .findFirst(),
                form.trimmed(REASON));
    }

    FormErrors errors() {
        if (purpose.isEmpty()) {
            return FormErrors.none().with("purpose", "banking.aside.purpose.missing");
        }
        return purpose.get() == Purpose.OTHER || !reason.isEmpty()
                ? wrong(reason, REASON)
                : FormErrors.none();
    }

    /// What is wrong with a reason that has to be given.
    static FormErrors wrong(String reason, String field) {
        return FormErrors.none()
                .withIf(
                        reason.isEmpty() || reason.length() > LONGEST_REASON,
                        field,
                        "banking.reason.missing");
    }

    static List<Option> purposes(Frame frame) {
        return Stream.of(Purpose.values())
                .map(one ->
                        Option.of(
                                BankWords.code(one),
                                frame.word("banking.purpose." + BankWords.code(one))))
                .toList();
    }
}
