package org.passerelle.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.passerelle.Requirement;
import org.passerelle.journey.InstalledBrowser;
import org.passerelle.requirements.TestRun.Result;
import org.passerelle.requirements.TestRun.Shown;
import org.passerelle.requirements.TestRun.TestName;

/// Writes down, at the end of each part of a run, which test showed which requirement. JUnit finds
/// it by `META-INF/services`.
public final class RequirementRecorder implements TestExecutionListener {
    private final Path folder;
    private final TreeMap<TestName, Shown> tests = new TreeMap<>();
    private final Set<String> typesInPlan = new TreeSet<>();
    private final Set<TestName> ended = new HashSet<>();
    private TestPlan plan;

    public RequirementRecorder() {
        this(TestRun.FOLDER);
    }

    @SuppressWarnings("NullAway.Init") // the launcher says testPlanExecutionStarted first
    RequirementRecorder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        this.plan = plan;
        tests.clear();
        typesInPlan.clear();
        ended.clear();
        plan.getRoots().forEach(root -> plan.getDescendants(root).forEach(this::expect));
    }

    /// Until a test has ended well it counts as failed: one that never starts shows nothing.
    private void expect(TestIdentifier test) {
        switch (test.getSource().orElse(null)) {
            case ClassSource type -> typesInPlan.add(type.getClassName());
            case MethodSource method -> {
                var ids = requirementsOf(method.getJavaClass(), method.getJavaMethod());
                if (!ids.isEmpty()) {
                    tests.put(nameOf(method), new Shown(ids, Result.FAILED));
                }
            }
            case null, default -> {}
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        var result =
                reason.contains(InstalledBrowser.NONE_FOUND) ? Result.NOT_TRIED : Result.SKIPPED;
        record(test, result);
        plan.getDescendants(test).forEach(below -> record(below, result));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        record(
                test,
                result.getStatus() == TestExecutionResult.Status.SUCCESSFUL
                        ? Result.PASSED
                        : Result.FAILED);
    }

    private void record(TestIdentifier test, Result result) {
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            var name = nameOf(method);
            var first = ended.add(name);
            tests.computeIfPresent(
                    name,
                    (_, shown) ->
                            first ? new Shown(shown.requirements(), result) : shown.and(result));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (typesInPlan.isEmpty()) {
            return;
        }
        try {
            new TestRun(typesInPlan, tests).write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestName nameOf(MethodSource method) {
        return TestName.of(method.getJavaClass(), method.getMethodName());
    }

    private static Set<String> requirementsOf(Class<?> type, Method method) {
        var ids = new TreeSet<String>();
        add(ids, method.getAnnotation(Requirement.class));
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            add(ids, at.getAnnotation(Requirement.class));
        }
        return ids;
    }

    private static void add(Set<String> ids, Requirement named) {
        if (named != null) {
            ids.addAll(Arrays.asList(named.value()));
        }
    }
}
