package org.passerelle.requirements;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.requirements.TestRun.Result;
import org.passerelle.requirements.TestRun.TestName;

/// Writes the table of requirements, the tests that show them, and how those went: the same run
/// gives the same text, whenever and wherever.
final class RequirementTable {
    private static final String HEAD =
            """
            # Requirements and the tests that show them

            The build writes this file (`mvn verify -Dpasserelle.requirements=write`) and every
            `mvn verify` compares it with what its tests showed, so it says neither more nor less
            than is true. The texts in full: [spec/requirements.md](spec/requirements.md).

            """;

    private RequirementTable() {}

    /// What a test without a browser would have shown is taken from the last run that had one: it
    /// is written as passed, and the caller says that it was not tried.
    static String of(RequirementList list, TestRun run) {
        var byId = new TreeMap<String, List<TestName>>();
        run.tests()
                .forEach((name, shown) ->
                        shown.requirements()
                                .forEach(id ->
                                        byId.computeIfAbsent(id, _ -> new ArrayList<>())
                                                .add(name)));
        var text = new StringBuilder(HEAD);
        text.append(
                "%d of %d requirements are shown by tests.%n%n"
                        .replace("%n", "\n")
                        .formatted(byId.size(), list.texts().size()));
        text.append("| id | requirement | shown by | result |\n|---|---|---|---|\n");
        for (var id : list.texts().keySet()) {
            var tests = byId.getOrDefault(id, List.of());
            text.append(
                    "| %s | %s | %s | %s |\n"
                            .formatted(
                                    id,
                                    list.shortText(id),
                                    countsByType(tests),
                                    result(run, tests)));
        }
        text.append("\n## What the tests say\n");
        for (var id : list.texts().keySet()) {
            var tests = byId.getOrDefault(id, List.of());
            if (!tests.isEmpty()) {
                text.append("\n**").append(id).append("**\n");
                tests.forEach(test ->
                        text.append("- ")
                                .append(test.method().replace('_', ' '))
                                .append(" (`")
                                .append(test.type())
                                .append("`)\n"));
            }
        }
        return text.toString();
    }

    private static String countsByType(List<TestName> tests) {
        var counts = new TreeMap<String, Integer>();
        tests.forEach(test -> counts.merge(test.type(), 1, Integer::sum));
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map((Map.Entry<String, Integer> e) ->
                                "`" + e.getKey() + "` " + e.getValue())
                        .toList());
    }

    private static String result(TestRun run, List<TestName> tests) {
        if (tests.isEmpty()) {
            return "not yet";
        }
        var passed =
                tests.stream()
                        .allMatch(test ->
                                switch (resultOf(run, test)) {
                                    case PASSED, NOT_TRIED -> true;
                                    case SKIPPED, FAILED -> false;
                                });
        return passed ? "passed" : "**failed**";
    }

    private static Result resultOf(TestRun run, TestName test) {
        var shown = run.tests().get(test);
        return shown == null ? Result.FAILED : shown.result();
    }
}
