package org.passerelle.returns;

import java.time.Clock;
import java.util.Optional;
import org.passerelle.audit.Audit;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditSubject;
import org.passerelle.kernel.Actor;
import org.passerelle.returns.domain.ReturnBook;
import org.springframework.stereotype.Component;

/// Writes down what happens to a return: in its own history, which its organisation reads, and in
/// the audit trail.
@Component
class ReturnLog {
    private final ReturnBook book;
    private final Audit audit;
    private final Clock clock;

    ReturnLog(ReturnBook book, Audit audit, Clock clock) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /// Moves a return and tells it in both places; answers it as it stands now.
    Return moved(Actor by, Return asked, ReturnState next, String detail) {
        book.move(asked.number(), next);
        return told(by, asked, Return.Event.Kind.valueOf(next.code().name()), detail, detail);
    }

    /// @param known what the organisation reads of it; the trail keeps `detail`
    Return told(Actor by, Return asked, Return.Event.Kind kind, String known, String detail) {
        book.note(asked.number(), new Return.Event(kind, known, clock.instant(), by.signature()));
        audit.record(
                new AuditEntry(
                        by,
                        "return." + ReturnState.Code.valueOf(kind.name()).word(),
                        new AuditSubject("return", asked.number().key()),
                        Optional.of(asked.organisation()),
                        detail));
        return book.find(asked.number()).orElseThrow();
    }
}
