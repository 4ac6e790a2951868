package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.Actor;
import org.passerelle.notification.Notification;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to an account without its owner is written to them.
@ProductTest
@Requirement("NOT-01")
class AccountNewsTest {
    @Autowired People people;
    @Autowired PersonalFile file;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Notification notification;
    @Autowired TransactionTemplate transaction;

    @Test
    @Requirement("ACC-09")
    void an_erasure_that_something_hinders_on_its_day_is_told_to_who_asked_for_it() {
        var person = Accounts.member(people);
        assertThat(file.askErasure(new SignedIn(person))).isEmpty();
        var rcs = VerificationFixtures.rcs();
        VerificationFixtures.submitted(organisations, verification, person.id(), rcs);

        transaction.executeWithoutResult(_ -> file.fallDue(person.id().toString(), Instant.EPOCH));

        assertThat(file.erasureDue(person.id())).isEmpty();
        var letter = new Mail(notification).newest(person.email(), "identity.erasure-hindered");
        assertThat(letter.text()).contains("/account/data");
        assertThat(people.find(person.id())).contains(person);
    }

    @Test
    @Requirement("ACC-08")
    void who_is_shut_out_by_the_office_is_told() {
        var person = Accounts.member(people);
        people.disable(new Actor.Product("test"), person.id(), "asked by phone");
        people.disable(new Actor.Product("test"), person.id(), "again");

        var mail = new Mail(notification);
        assertThat(mail.newest(person.email(), "identity.closed").text())
                .contains("/requests")
                .doesNotContain("phone");
        assertThat(mail.to(person.email()))
                .filteredOn(one -> one.template().equals("identity.closed"))
                .hasSize(1);
    }
}
