package org.passerelle.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.journey.InstalledBrowser;
import org.passerelle.requirements.RequirementCheck.Verdict;
import org.passerelle.requirements.TestRun.Result;
import org.passerelle.requirements.TestRun.Shown;
import org.passerelle.requirements.TestRun.TestName;
import org.springframework.util.FileSystemUtils;

class RequirementTableTest {
    private static final String LIST =
            """
            ## TOK
            - TOK-01 (SW) Format: lower case. Unguessable.
            - TOK-02 + The holder only | nobody else.
            """;

    private static final Set<String> ALL = Set.of("token.TokenTest");

    @TempDir Path project;

    @BeforeEach
    void lay_out_a_project() throws Exception {
        Files.createDirectories(project.resolve("docs/spec"));
        Files.writeString(project.resolve(RequirementList.FILE), LIST);
    }

    @Test
    void every_requirement_named_by_a_test_exists() throws Exception {
        var list = RequirementList.read();
        var named = new TreeSet<String>();
        for (var type : new ClassFileImporter().importPath(Path.of("target/test-classes"))) {
            type.tryGetAnnotationOfType(Requirement.class)
                    .ifPresent(found -> named.addAll(Arrays.asList(found.value())));
            type.getMethods().stream()
                    .flatMap(m -> m.tryGetAnnotationOfType(Requirement.class).stream())
                    .forEach(found -> named.addAll(Arrays.asList(found.value())));
        }

        assertThat(named).allMatch(list::has);
        assertThat(list.texts()).hasSize(110);
    }

    @Test
    void says_which_tests_show_a_requirement_and_not_yet_for_the_rest() {
        var table = RequirementTable.of(RequirementList.of(LIST), run(Result.PASSED));

        assertThat(table)
                .contains("1 of 2 requirements")
                .contains("| TOK-01 | Format: | `token.TokenTest` 1 | passed |")
                .contains("| TOK-02 | The holder only \\| nobody else. |  | not yet |")
                .contains("- a code is unguessable (`token.TokenTest`)");
    }

    @Test
    void a_committed_table_that_differs_fails_until_it_is_written() throws Exception {
        ran(run(Result.PASSED));

        assertThat(judge(false, false).good()).isFalse();
        assertThat(judge(true, false).good()).isTrue();
        assertThat(judge(false, true).good()).isTrue();

        Files.writeString(
                project.resolve(RequirementCheck.TABLE),
                Files.readString(project.resolve(RequirementCheck.TABLE))
                        .replace("not yet", "passed"));
        assertThat(judge(false, false).message()).contains("- | TOK-02").contains("not yet");
    }

    @Test
    void a_failed_or_skipped_test_cannot_be_written_off_as_passed() throws Exception {
        ran(run(Result.PASSED));
        judge(true, false);

        ran(run(Result.FAILED));
        assertThat(judge(false, false).good()).isFalse();
        ran(run(Result.SKIPPED));
        assertThat(judge(false, false).message()).contains("skipped");
    }

    @Test
    void without_a_browser_it_is_compared_and_says_what_was_not_tried() throws Exception {
        ran(run(Result.PASSED));
        judge(true, false);

        ran(run(Result.NOT_TRIED));
        var verdict = judge(false, false);
        assertThat(verdict.good()).isTrue();
        assertThat(verdict.message()).contains("1 tests that need a browser were not tried");
        assertThat(judge(true, false).good()).isFalse();
    }

    @Test
    void some_tests_or_none_neither_compare_nor_write_and_fail_in_ci() throws Exception {
        assertThat(judge(false, false).good()).isTrue();
        assertThat(judge(false, true).good()).isFalse();
        ran(new TestRun(Set.of("token.OtherTest"), run(Result.PASSED).tests()));

        assertThat(judge(false, false).good()).isTrue();
        assertThat(judge(true, false).good()).isFalse();
        assertThat(project.resolve(RequirementCheck.TABLE)).doesNotExist();
    }

    @Test
    void the_parts_of_a_run_count_together_and_a_test_is_as_good_as_its_worst() throws Exception {
        run(Result.PASSED).write(project.resolve(TestRun.FOLDER));
        var other = new TreeMap<>(run(Result.FAILED).tests());
        other.put(new TestName("A", "b"), new Shown(Set.of("TOK-02"), Result.PASSED));
        new TestRun(Set.of("A"), other).write(project.resolve(TestRun.FOLDER));

        var whole = TestRun.read(project.resolve(TestRun.FOLDER));

        assertThat(whole.classes()).containsExactly("A", "token.TokenTest");
        assertThat(resultsByMethod(whole))
                .isEqualTo(Map.of("b", "TOK-02 PASSED", "a_code_is_unguessable", "TOK-01 FAILED"));
    }

    @Test
    void a_whole_run_takes_in_every_class_that_holds_tests() throws Exception {
        assertThat(TestClasses.under(TestClasses.FOLDER))
                .contains(RequirementTableTest.class.getName())
                .doesNotContain(Requirement.class.getName(), ProductTest.class.getName())
                .hasSizeGreaterThan(150);
    }

    @Test
    void an_unknown_requirement_fails() throws Exception {
        var tests = new TreeMap<TestName, Shown>();
        tests.put(new TestName("A", "b"), new Shown(Set.of("TOK-77"), Result.PASSED));
        ran(new TestRun(ALL, tests));

        assertThat(judge(true, false).message()).contains("TOK-77");
    }

    @Test
    void records_what_really_happened() throws Exception {
        var folder = project.resolve(TestRun.FOLDER);
        var recorder = new RequirementRecorder(folder);
        // Without discovery: the recorder of the run that we are in must not hear of the plants.
        var quiet = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false);
        LauncherFactory.create(quiet.build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(
                                        Stream.of(Planted.class, NeedsAnUnknownBrowser.class)
                                                .map(type -> selectClass(type))
                                                .toList())
                                .build(),
                        recorder);

        var run = TestRun.read(folder);
        assertThat(run.classes())
                .containsExactlyInAnyOrder(
                        Planted.class.getName(), NeedsAnUnknownBrowser.class.getName());
        assertThat(resultsByMethod(run))
                .isEqualTo(
                        Map.of(
                                "passes", "TOK-01,TOK-02 PASSED",
                                "fails", "TOK-01 FAILED",
                                "rests", "TOK-01 SKIPPED",
                                "fails_once", "TOK-01 FAILED",
                                "would_look", "TOK-02 NOT_TRIED"));
    }

    private static Map<String, String> resultsByMethod(TestRun run) {
        var results = new TreeMap<String, String>();
        run.tests()
                .forEach((name, shown) ->
                        results.put(
                                name.method(),
                                String.join(",", shown.requirements()) + " " + shown.result()));
        return results;
    }

    private static TestRun run(Result result) {
        var tests = new TreeMap<TestName, Shown>();
        tests.put(
                new TestName("token.TokenTest", "a_code_is_unguessable"),
                new Shown(Set.of("TOK-01"), result));
        return new TestRun(ALL, tests);
    }

    /// Leaves this as the only run of the project.
    private void ran(TestRun run) throws IOException {
        FileSystemUtils.deleteRecursively(project.resolve(TestRun.FOLDER));
        run.write(project.resolve(TestRun.FOLDER));
    }

    private Verdict judge(boolean write, boolean ci) throws IOException {
        return RequirementCheck.judge(project, ALL, write, ci);
    }

    @Requirement("TOK-01")
    static class Planted {
        @Test
        @Requirement("TOK-02")
        void passes() {}

        @Test
        void fails() {
            throw new AssertionError("on purpose");
        }

        @Test
        @ExtendWith(NoReason.class)
        void rests() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void fails_once(int number) {
            assertThat(number).isNotEqualTo(2);
        }
    }

    @Requirement("TOK-02")
    @ExtendWith(NoBrowser.class)
    static class NeedsAnUnknownBrowser {
        @Test
        void would_look() {}
    }

    static class NoReason implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ConditionEvaluationResult.disabled("planted");
        }
    }

    static class NoBrowser implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ConditionEvaluationResult.disabled(InstalledBrowser.NONE_FOUND);
        }
    }
}
