package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// Evidence of data folders from before there was `document`.
@ProductTest
@Requirement("VER-09")
class OldFilesTest {
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired OldEvidence old;
    @Autowired DSLContext db;

    @Value("${passerelle.data-folder}")
    Path data;

    @SuppressWarnings("NullAway.Init") // set before each test
    private OrganisationId id;

    @BeforeEach
    void submit() {
        var holder = Accounts.member(people);
        var rcs = VerificationFixtures.rcs();
        id = VerificationFixtures.submitted(organisations, verification, holder.id(), rcs);
    }

    private Evidence first() {
        return verification.evidenceOf(id).getFirst();
    }

    /// As it was kept then: a file in a folder of its own, and its name in the row.
    private Path laysElsewhere() {
        var name = UUID.randomUUID().toString();
        var storedAs = name.substring(0, 2) + "/" + name;
        db.execute(
                "update verification.evidence set stored_as = ? where id = ?",
                storedAs,
                first().id().value());
        return data.resolve("evidence").resolve(storedAs);
    }

    @Test
    void what_is_still_there_is_moved_and_opens() throws IOException {
        var file = laysElsewhere();
        Files.createDirectories(file.getParent());
        Files.write(file, VerificationFixtures.PDF);
        assertThat(verification.open(first().id())).as("not served from there").isEmpty();

        old.move();

        var moved = verification.open(first().id()).orElseThrow();
        assertThat(moved.path()).hasBinaryContent(VerificationFixtures.PDF);
        assertThat(verification.scansOf(id)).containsKey(first().id());
        assertThat(file).doesNotExist();
        old.move();
        assertThat(verification.open(first().id())).contains(moved);
    }

    @Test
    void what_is_gone_stays_named_and_breaks_nothing() {
        laysElsewhere();

        old.move();

        assertThat(verification.open(first().id())).isEmpty();
        assertThat(verification.scansOf(id)).doesNotContainKey(first().id());
        assertThat(first().fileName()).isNotEmpty();
    }
}
