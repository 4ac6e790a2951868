package org.passerelle.programme.store;

import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the module holds about persons (ACC-09).
@Configuration(proxyBeanMethods = false)
class PersonsInProgrammes {
    @Bean
    PersonalData personsInProgrammes(JdbcClient db) {
        return new PersonalTables(db)
                .kept(
                        "programme.allotment_entry",
                        "Partners limit what one person may get, so what was got is counted.",
                        "select placed_at, offer, quantity from programme.allotment_entry"
                                + " where exists (select 1 from jsonb_array_elements(persons) one"
                                + " where lower(one ->> 'email') = lower(:email))")
                .kept(
                        "programme.judgement",
                        "A decision of the office is kept with who made it.",
                        "select judged_at, question from programme.judgement"
                                + " where judged_by_person = :id")
                .kept(
                        "programme.waiver",
                        "A partner’s approval is kept with who recorded it.",
                        "select recorded_at, programme, revoked_at from programme.waiver"
                                + " where recorded_by_person = :id or revoked_by_person = :id")
                .kept(
                        "programme.wish",
                        "What an organisation says a programme would do for it is the"
                                + " organisation’s.",
                        "select changed_at, programme, answer from programme.wish"
                                + " where given_by = :id")
                .impersonal(
                        "programme.holder",
                        "programme.allotment_movement",
                        "programme.allotment_given_back",
                        "programme.decision",
                        "programme.change_effect");
    }
}
