package org.passerelle.requirements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.requirements.TestRun.Result;

/// The last step of `mvn verify`: fails where the committed table and the run differ, or writes the
/// table where that was asked for.
///
/// A run of some tests only, or of none, neither writes nor compares; with `CI=true` it fails.
public final class RequirementCheck {
    static final Path TABLE = Path.of("docs/requirements.md");

    private RequirementCheck() {}

    /// How the step ends: what to print, and whether the build goes on.
    record Verdict(boolean good, String message) {
        static Verdict good(String message) {
            return new Verdict(true, message);
        }

        static Verdict bad(String message) {
            return new Verdict(false, message);
        }
    }

    public static void main(String[] arguments) throws IOException {
        var write = arguments.length > 0 && arguments[0].equals("write");
        var ci = "true".equalsIgnoreCase(System.getenv("CI"));
        var verdict = judge(Path.of(""), TestClasses.under(TestClasses.FOLDER), write, ci);
        System.out.println("Requirement table: " + verdict.message());
        if (!verdict.good()) {
            System.exit(1);
        }
    }

    /// @param testClasses the classes that a whole run takes in
    static Verdict judge(Path project, Set<String> testClasses, boolean write, boolean ci)
            throws IOException {
        var run = TestRun.read(project.resolve(TestRun.FOLDER));
        if (run.classes().isEmpty()) {
            return new Verdict(!ci && !write, "no test was run; nothing compared.");
        }
        if (!run.classes().containsAll(testClasses)) {
            return new Verdict(
                    !ci && !write,
                    "only some tests were run; the table is neither compared nor written.");
        }
        var list = RequirementList.of(Files.readString(project.resolve(RequirementList.FILE)));
        var unknown = new TreeSet<String>();
        run.tests().values().forEach(shown -> unknown.addAll(shown.requirements()));
        unknown.removeIf(list::has);
        if (!unknown.isEmpty()) {
            return Verdict.bad("tests name requirements that do not exist: " + unknown);
        }
        var results = count(run);
        if (results.getOrDefault(Result.SKIPPED, 0L) > 0) {
            return Verdict.bad("a test that shows a requirement is skipped: " + skipped(run));
        }
        return compareOrWrite(
                project.resolve(TABLE), RequirementTable.of(list, run), results, write);
    }

    private static Verdict compareOrWrite(
            Path table, String shown, Map<Result, Long> results, boolean write) throws IOException {
        var notTried = results.getOrDefault(Result.NOT_TRIED, 0L);
        if (write) {
            if (notTried > 0) {
                return Verdict.bad("a browser is needed to write it; none was found.");
            }
            Files.writeString(table, shown);
            return Verdict.good("written to " + TABLE + ".");
        }
        var committed = Files.exists(table) ? Files.readString(table) : "";
        if (!committed.equals(shown)) {
            return Verdict.bad(
                    TABLE
                            + " does not say what this run showed. First difference:\n"
                            + firstDifference(committed, shown)
                            + "Write it anew with: mvn verify -Dpasserelle.requirements=write");
        }
        return Verdict.good(
                notTried == 0
                        ? "agrees with this run."
                        : "agrees with this run, except that "
                                + notTried
                                + " tests that need a browser were not tried on this machine.");
    }

    private static Map<Result, Long> count(TestRun run) {
        return run.tests().values().stream()
                .collect(
                        java.util.stream.Collectors.groupingBy(
                                TestRun.Shown::result, java.util.stream.Collectors.counting()));
    }

    private static java.util.List<TestRun.TestName> skipped(TestRun run) {
        return run.tests().entrySet().stream()
                .filter(entry -> entry.getValue().result() == Result.SKIPPED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String firstDifference(String committed, String shown) {
        var old = committed.lines().toList();
        var now = shown.lines().toList();
        for (var i = 0; i < Math.max(old.size(), now.size()); i++) {
            var was = i < old.size() ? old.get(i) : "(nothing)";
            var is = i < now.size() ? now.get(i) : "(nothing)";
            if (!was.equals(is)) {
                return "  line " + (i + 1) + "\n  - " + was + "\n  + " + is + "\n";
            }
        }
        return "";
    }
}
