package org.passerelle.backoffice.programme;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;

/// The rules in force, those that wait and those that come, with who gains and loses (ELI-03).
///
/// @param inForce the version, shortened
/// @param faults of the content that waits; none when it is right
/// @param waiting the content of the folder when it is another and right
public record RulesPage(
        String inForce,
        List<String> faults,
        Optional<Waiting> waiting,
        List<Row> coming,
        Form form,
        FormErrors errors) {

    /// @param confirmed by whom and when, in words; empty while nobody did
    public record Waiting(
            String version, String hash, String looked, List<Row> rows, String confirmed) {}

    /// One programme at one moment.
    public record Row(String when, String programme, Side gain, Side lose) {}

    /// @param more how many are not named here, in words; empty when all are
    public record Side(String count, List<String> names, String more) {}
}
