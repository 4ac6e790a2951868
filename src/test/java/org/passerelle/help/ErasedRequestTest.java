package org.passerelle.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.document.Document;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.PersonalFile;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What becomes of a request whose asker is forgotten: nobody can be answered any more.
@ProductTest
@Requirement({"ACC-09", "HLP-02"})
class ErasedRequestTest {
    private static final OfficeId OFFICE = VerificationFixtures.LUXEMBOURG;

    private static final Map<String, String> TYPED =
            Map.of("organisation", "Les Amis", "number", "F1234", "phone", "26 12 34");

    @Autowired HelpDesk requests;
    @Autowired Documents documents;
    @Autowired People people;
    @Autowired PersonalFile file;
    @Autowired TransactionTemplate transaction;

    private Document sent(Person by) throws Exception {
        var taken =
                documents.take(
                        Optional.of(by.id()),
                        "recu.pdf",
                        new ByteArrayInputStream(VerificationFixtures.PDF),
                        10);
        return ((TakeOutcome.Taken) taken).document();
    }

    private HelpRequest asked(Person by, Document with) {
        var asker =
                new HelpRequest.Asker(
                        Optional.of(by.id()), Optional.empty(), by.name(), by.email(), Language.FR);
        var outcome = requests.ask(OFFICE, "username", asker, TYPED, List.of(with.id()));
        return requests.find(((AskOutcome.Asked) outcome).number()).orElseThrow();
    }

    @Test
    void it_is_closed_and_its_documents_are_thrown_away_and_no_other_persons() throws Exception {
        var person = Accounts.member(people);
        var other = Accounts.member(people);
        var theirs = asked(person, sent(person));
        var others = asked(other, sent(other));
        assertThat(theirs.documents()).hasSize(1);
        file.askErasure(new SignedIn(person));

        transaction.executeWithoutResult(_ -> file.fallDue(person.id().toString(), Instant.EPOCH));

        var left = requests.find(theirs.number()).orElseThrow();
        assertThat(left.state()).isEqualTo(HelpRequest.State.CLOSED);
        assertThat(left.due()).isEmpty();
        assertThat(left.documents()).isEmpty();
        var thrown = theirs.documents().getFirst();
        await().untilAsserted(() -> assertThat(documents.find(thrown)).isEmpty());
        assertThat(requests.find(others.number())).contains(others);
        assertThat(documents.open(others.documents().getFirst())).isPresent();
    }
}
