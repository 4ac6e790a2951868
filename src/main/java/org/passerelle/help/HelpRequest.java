package org.passerelle.help;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.PromisedTime;
import org.passerelle.kernel.Signature;

/// Something somebody asked for (HLP-02). `typed` are the fields of its kind, by id.
public record HelpRequest(
        long number,
        OfficeId office,
        String kind,
        Asker asker,
        Map<String, String> typed,
        List<DocumentId> documents,
        State state,
        Instant asked,
        PromisedTime promise,
        Optional<Instant> due,
        List<Message> messages) {

    /// This one, with documents that came later.
    HelpRequest with(List<DocumentId> more) {
        return new HelpRequest(
                number,
                office,
                kind,
                asker,
                typed,
                Stream.concat(documents.stream(), more.stream()).toList(),
                state,
                asked,
                promise,
                due,
                messages);
    }

    /// Whose turn it is: the office's while open, the asker's while waiting for them.
    public enum State {
        OPEN,
        WAITING,
        ANSWERED,
        CLOSED
    }

    /// Who asks; without `person` a visitor, who follows it by the link in its letters.
    public record Asker(
            Optional<PersonId> person,
            Optional<OrganisationId> organisation,
            String name,
            String email,
            Language language) {}

    public record Message(Instant at, boolean byStaff, Signature by, String text) {}
}
