package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.Requirement;
import org.passerelle.pack.model.RequestKind;

/// Kinds of requests are data: what is wrong in them is named with its line.
@Requirement("HLP-02")
class RequestErrorsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    answered-by: finance   | answered-by: treasurer    | 5:18  | 'treasurer' is not one of
                    answered-by: finance   | nobody: finance           | 5:5   | unknown key 'nobody'
                    within: 3 business     | within: 3 weeks of        | 6:13  | '3 weeks of days' is
                    type: order}           | type: ordr}               | 8:71  | 'ordr' is not one of
                    request: change        | request: refund           | 16:14 | 'refund' stands twice
                    type: choice           | type: text                | 9:9   | has choices, but its type
                    answered-by: finance   | from: anybody             | 2:5   | 'answered-by' is missing
                    done-by: change-request | done-by: change-of-mind  | 19:14 | 'change-of-mind' is not
                    {fr: Ouvert, en: Opened} | {fr: Ouvert}            | 13:36 | has no text in 'en'
                    """)
    void a_slip_is_named_with_its_place(String right, String wrong, String place, String what)
            throws IOException {
        SamplePack.copyTo(folder);
        var file = folder.resolve("sample-lu/requests.yaml");
        Files.writeString(file, Files.readString(file).replace(right, wrong));

        new Slip("requests.yaml", place, what).isToldOf(folder.resolve("sample-lu"));
    }

    @Test
    void a_right_file_is_read_as_it_stands() {
        SamplePack.copyTo(folder);

        var loaded = (LoadOutcome.Loaded) PackLoader.load(folder.resolve("sample-lu"));
        var refund = loaded.pack().request("refund").orElseThrow();

        assertThat(refund.answeredBy()).isEqualTo(RequestKind.AnsweredBy.FINANCE);
        assertThat(refund.promisedBusinessDays()).isEqualTo(3);
        assertThat(refund.from()).isEqualTo(RequestKind.Asker.MEMBER);
        assertThat(refund.fields().keySet()).containsExactly("order", "state");
        assertThat(loaded.pack().request("change").orElseThrow().doneBy())
                .isEqualTo(Optional.of(RequestKind.DoneBy.CHANGE_REQUEST));
    }
}
