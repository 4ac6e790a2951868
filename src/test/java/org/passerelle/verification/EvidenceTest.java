package org.passerelle.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.verification.VerificationFixtures.LUXEMBOURG;
import static org.passerelle.verification.VerificationFixtures.PDF;
import static org.passerelle.verification.VerificationFixtures.member;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisations;
import org.passerelle.verification.AttachOutcome.Attached;
import org.passerelle.verification.AttachOutcome.TypeNotTaken;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@Requirement({"ORG-01", "VER-09"})
class EvidenceTest {
    /// As the pack of the office says.
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    @Autowired Verification verification;
    @Autowired Organisations organisations;

    private final PersonId holder = PersonId.random();
    private OrganisationId organisation;

    @BeforeEach
    void start() {
        organisation = organisations.start(member(holder), holder, LUXEMBOURG);
    }

    private AttachOutcome attach(String name, byte[] bytes) {
        return verification.attach(
                member(holder),
                organisation,
                Evidence.OTHER,
                name,
                new ByteArrayInputStream(bytes));
    }

    private Evidence attached(String name, byte[] bytes) {
        var outcome = attach(name, bytes);
        assertThat(outcome).isInstanceOf(Attached.class);
        return verification.open(((Attached) outcome).evidence()).orElseThrow().evidence();
    }

    private static byte[] zip(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write('x');
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_file_is_what_its_bytes_say_and_not_what_its_name_says() throws Exception {
        assertThat(attached("statuts.html", PDF).mediaType()).isEqualTo("application/pdf");
        var page = "<!doctype html><html><script>alert(1)</script></html>";
        assertThat(attach("statuts.pdf", page.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new TypeNotTaken("text/html"));
        assertThat(attach("logo.png", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes()))
                .isInstanceOf(TypeNotTaken.class);
        assertThat(attached("s.zip", zip("[Content_Types].xml", "word/document.xml")).mediaType())
                .endsWith("wordprocessingml.document");
        assertThat(
                        attach(
                                "s.docx",
                                zip(
                                        "[Content_Types].xml",
                                        "word/document.xml",
                                        "word/vbaProject.bin")))
                .isEqualTo(new TypeNotTaken("application/zip"));
        assertThat(attach("s.docx", zip("a.exe"))).isEqualTo(new TypeNotTaken("application/zip"));
    }

    @Test
    void a_file_lies_outside_the_rows_under_a_name_of_ours_with_its_hash() throws Exception {
        var evidence = attached("../../statuts.pdf", PDF);

        var file = verification.open(evidence.id()).orElseThrow();
        assertThat(file.path().toString()).doesNotContain("statuts").contains("documents");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(PDF);
        assertThat(evidence.fileName()).isEqualTo("statuts.pdf");
        assertThat(evidence.sha256())
                .isEqualTo(
                        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PDF)));
    }

    @Test
    void too_large_empty_and_too_many_are_told_apart() {
        assertThat(attach("leer.pdf", new byte[0])).isEqualTo(new AttachOutcome.Empty());
        var large = new byte[MOST_BYTES + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        assertThat(attach("gros.pdf", large)).isEqualTo(new AttachOutcome.TooLarge(MOST_BYTES));
        for (var i = 0; i < 20; i++) {
            attached("x" + i + ".pdf", PDF);
        }
        assertThat(attach("x.pdf", PDF)).isEqualTo(new AttachOutcome.TooMany(20));
    }

    @Test
    void the_same_file_sent_again_is_one_document_and_under_another_name_another() {
        var first = attached("statuts.pdf", PDF);

        assertThat(attached("statuts.pdf", PDF).id()).isEqualTo(first.id());
        assertThat(attached("comptes.pdf", PDF).id()).isNotEqualTo(first.id());
        assertThat(verification.evidenceOf(organisation)).hasSize(2);
    }

    @Test
    void first_documents_handed_in_at_the_same_instant_open_one_case() throws Exception {
        var together = new CyclicBarrier(2);
        Function<String, Callable<AttachOutcome>> upload =
                name ->
                        () -> {
                            together.await();
                            return attach(name, PDF);
                        };
        var uploads = List.of(upload.apply("statuts.pdf"), upload.apply("comptes.pdf"));
        try (var both = Executors.newFixedThreadPool(2)) {
            var outcomes = both.invokeAll(uploads).stream().map(Future::resultNow);
            assertThat(outcomes).allMatch(Attached.class::isInstance);
        }
        assertThat(verification.casesOf(organisation)).hasSize(1);
        assertThat(verification.evidenceOf(organisation)).hasSize(2);
    }

    @Test
    void a_document_can_be_taken_back_while_the_case_is_a_draft_and_by_nobody_else() {
        var evidence = attached("statuts.pdf", PDF);
        var other = organisations.start(member(holder), holder, LUXEMBOURG);

        assertThat(verification.remove(member(holder), other, evidence.id())).isFalse();
        assertThat(verification.remove(member(holder), organisation, evidence.id())).isTrue();
        assertThat(verification.open(evidence.id())).isEmpty();
        assertThat(verification.evidenceOf(organisation)).noneMatch(Evidence::isThere);
    }
}
