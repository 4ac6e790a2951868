package org.passerelle.organisation.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInOrganisations {
    @Bean
    PersonalData personsInOrganisations(JdbcClient db) {
        return belonging(new PersonalTables(db))
                .unless(
                        "data.hindrance.holder",
                        "select r.id from organisation.membership m"
                                + " join organisation.registration r on r.id = m.organisation"
                                + " where m.person = :id and m.role = 'HOLDER'"
                                + " and (r.state = 'SUBMITTED' or r.standing <> 'UNDECIDED')")
                .erased(
                        "organisation.change_request",
                        "select number, asked_at, words, state from organisation.change_request"
                                + " where asked_by = :id",
                        "update organisation.change_request set asked_by_name = '–'"
                                + " where asked_by = :id")
                .erased(
                        "organisation.branch",
                        "select disowned_at, disowned_words, judged_at from organisation.branch"
                                + " where disowned_by = :id or judged_by = :id",
                        "update organisation.branch set disowned_by = null,"
                                + " disowned_by_name = '–' where disowned_by = :id",
                        "update organisation.branch set judged_by_name = '–'"
                                + " where judged_by = :id")
                .kept(
                        "organisation.change_value",
                        "A decision of the office is kept with who made it.",
                        "select decided_at, item from organisation.change_value"
                                + " where decided_by = :id")
                .kept(
                        "organisation.held_duplicate",
                        "A decision of the office is kept with who made it.",
                        "select decided_at, reason from organisation.held_duplicate"
                                + " where decided_by_person = :id")
                .kept(
                        "organisation.registration",
                        "What an organisation declared about itself is the organisation’s.",
                        "select legal_name, official_email, phone from organisation.registration"
                                + " where id in (select organisation from organisation.membership"
                                + " where person = :id and role = 'HOLDER')")
                .impersonal(
                        "organisation.declared_number",
                        "organisation.registered_number",
                        "organisation.prior_purchase");
    }

    /// Who belongs to an organisation, and who wanted to.
    private static PersonalTables belonging(PersonalTables tables) {
        return tables.erased(
                        "organisation.membership",
                        "select r.legal_name as organisation, m.role, m.since"
                                + " from organisation.membership m"
                                + " join organisation.registration r on r.id = m.organisation"
                                + " where m.person = :id",
                        "delete from organisation.membership where person = :id")
                .erased(
                        "organisation.invitation",
                        "select email, role, invited_at, state from organisation.invitation"
                                + " where lower(email) = lower(:email) or invited_by = :id",
                        "delete from organisation.invitation where lower(email) = lower(:email)")
                .erased(
                        "organisation.join_ask",
                        "select asked_at, scheme, number, known_as, message, outcome"
                                + " from organisation.join_ask where person = :id",
                        "delete from organisation.join_ask where person = :id")
                .erased(
                        "organisation.join_request",
                        "select asked_at, case when person = :id then message end as message,"
                                + " accepted, answered_at from organisation.join_request"
                                + " where person = :id or answered_by_person = :id",
                        "delete from organisation.join_request where person = :id",
                        "update organisation.join_request"
                                + " set answered_by = '–', answered_by_person = null"
                                + " where answered_by_person = :id")
                .erased(
                        "organisation.hand_over",
                        "select begun_at, state, reason from organisation.hand_over"
                                + " where from_person = :id or to_person = :id",
                        "update organisation.hand_over set reason ="
                                + " regexp_replace(reason, :mention, '–', 'gi')"
                                + " where from_person = :id or to_person = :id");
    }
}
