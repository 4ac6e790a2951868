package org.passerelle.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;

/// `docs/letters.md` answers for every act of the trail: which letter tells it, or why none does.
/// It names every letter that the product has words for, and no other.
@Requirement("NOT-01")
class LettersDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/letters.md");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern ACT = Pattern.compile("(?m)^audit\\.action\\.([a-z.-]+)=");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([a-z]+\\.[a-z-]+)`");

    /// Subjects of letters in the words: `ordering.letter.paid.subject`.
    private static final Pattern SUBJECT =
            Pattern.compile("(?m)^([a-z.]+)\\.letter\\.([a-z.-]+)\\.subject=");

    /// How a letter is named where its words stand under another name.
    private static final Map<String, String> NAMES =
            Map.of(
                    "member", "organisation.",
                    "organisation.join", "organisation.join-",
                    "changes", "organisation.change-",
                    "programme.change", "programme.change-decided",
                    "catalogue.back", "catalogue.back-in-stock",
                    "catalogue.partners", "catalogue.new-partners",
                    "help.comment.shown", "help.comment-shown",
                    "help.comment.refused", "help.comment-refused");

    private static final Set<String> APART =
            Set.of("programme.eligibility-changed", "programme.opened", "verification.infected");

    /// Another subject of the same letter.
    private static final Set<String> NO_LETTERS =
            Set.of("ordering.placed.free", "ordering.reminder.again", "ordering.reminder.last");

    private record Row(String act, Set<String> letters, String why) {}

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .filter(row -> !row.group(1).equals("act"))
                .map(row -> new Row(row.group(1), names(row.group(2)), row.group(3)))
                .toList();
    }

    private static Set<String> names(String cell) {
        var names = new TreeSet<String>();
        NAME.matcher(cell).results().map(found -> found.group(1)).forEach(names::add);
        return names;
    }

    private static List<MatchResult> inWords(Pattern pattern) throws IOException {
        var found = new ArrayList<MatchResult>();
        try (var files = Files.newDirectoryStream(MESSAGES, "*_en.properties")) {
            for (var file : files) {
                found.addAll(pattern.matcher(Files.readString(file)).results().toList());
            }
        }
        return found;
    }

    @Test
    void every_act_of_the_trail_has_one_line() throws IOException {
        var acts = inWords(ACT).stream().map(found -> found.group(1)).toList();
        assertThat(acts).contains("order.placed", "token.redeemed", "identity.erased");
        var lines = rows().stream().map(Row::act).filter(act -> act.startsWith("`")).toList();
        assertThat(lines.stream().map(act -> act.replace("`", "")))
                .containsExactlyInAnyOrderElementsOf(acts);
    }

    @Test
    void a_line_without_a_letter_says_why() throws IOException {
        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.why()).as(row.act()).hasSizeGreaterThan(3));
    }

    @Test
    void every_letter_is_named_and_every_name_is_a_letters() throws IOException {
        // Whose words stand elsewhere.
        var written = new TreeSet<>(APART);
        for (var subject : inWords(SUBJECT)) {
            written.add(name(subject.group(1), subject.group(2)));
        }
        written.removeAll(NO_LETTERS);
        var named = new TreeSet<String>();
        rows().forEach(row -> named.addAll(row.letters()));
        // One that belongs to a line beside its own letter: a reminder, a branch's.
        rows().forEach(row -> named.addAll(names(row.why())));
        named.removeIf(name -> !written.contains(name));
        assertThat(named).containsExactlyElementsOf(written);

        var letters = new TreeSet<String>();
        rows().forEach(row -> letters.addAll(row.letters()));
        assertThat(written).containsAll(letters);
    }

    private static String name(String module, String kind) {
        var whole = module + "." + kind;
        if (NAMES.containsKey(whole)) {
            return NAMES.get(whole);
        }
        var begun = NAMES.getOrDefault(module, module + ".");
        // Both sides of one hand-over have a letter of one name.
        return begun + kind.replaceFirst("-(holder|successor)$", "").replace("waiver.", "waiver-");
    }
}
