package org.passerelle.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement("ACC-08")
class AuditTest {
    @Autowired Audit audit;
    @Autowired DSLContext db;

    @Test
    void lines_are_found_by_organisation_by_order_and_by_person_newest_first() {
        var organisation = OrganisationId.random();
        var staff = new Actor.Staff(PersonId.random(), "Odile Steffen");
        var order = AuditSubject.of("order", "1" + UUID.randomUUID());
        audit.record(AuditEntry.of(staff, "test.first", order, "of two").about(organisation));
        audit.record(AuditEntry.of(staff, "test.second", order, "of two").about(organisation));

        assertThat(audit.of(organisation, 10))
                .extracting(AuditLine::action, AuditLine::actorLabel)
                .containsExactly(
                        tuple("test.second", "Odile Steffen"),
                        tuple("test.first", "Odile Steffen"));
        assertThat(audit.of(order, 1)).extracting(AuditLine::action).containsExactly("test.second");
        assertThat(audit.by(staff.person(), 10)).isEqualTo(audit.of(order, 10));
    }

    @Test
    void what_people_typed_cannot_look_like_another_line() {
        var subject = AuditSubject.of("order", UUID.randomUUID());
        audit.record(
                AuditEntry.of(new Actor.Product("test"), "test.typed", subject, "a\r\n2026 b\tc"));
        assertThat(audit.of(subject, 1))
                .extracting(AuditLine::detail)
                .containsExactly("a 2026 b c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.line set detail = 'nothing happened'",
                "delete from audit.line",
                "truncate audit.line",
                "truncate audit.line cascade",
                "merge into audit.line l using audit.line m on l.number = m.number "
                        + "when matched then delete"
            })
    void the_database_refuses_to_change_or_forget_a_line(String statement) {
        var subject = AuditSubject.of("order", UUID.randomUUID());
        audit.record(AuditEntry.of(new Actor.Product("test"), "test.kept", subject, ""));

        assertThatThrownBy(() -> db.execute(statement))
                .hasStackTraceContaining("The audit trail only grows");
        assertThat(audit.of(subject, 1)).hasSize(1);
    }
}
