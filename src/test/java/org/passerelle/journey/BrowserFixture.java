package org.passerelle.journey;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Starts one browser for all classes of a JVM and gives each test a [Browsing] of its own.
final class BrowserFixture implements ExecutionCondition, ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
            ExtensionContext.Namespace.create(BrowserFixture.class);
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(
                InstalledBrowser.find().isPresent(), InstalledBrowser.isRequired(System.getenv()));
    }

    /// With `CI=true` the tests run and fail for want of a browser.
    static ConditionEvaluationResult decide(boolean found, boolean required) {
        if (found || required) {
            return ConditionEvaluationResult.enabled("a browser is found, or must be");
        }
        if (SAID.compareAndSet(false, true)) {
            System.out.println(
                    "##### BROWSER TESTS WERE NOT TRIED: " + InstalledBrowser.advice() + " #####");
        }
        return ConditionEvaluationResult.disabled(InstalledBrowser.NONE_FOUND);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsing.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var browser =
                context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, OURS)
                        .computeIfAbsent(
                                RunningBrowser.class,
                                _ -> RunningBrowser.start(),
                                RunningBrowser.class);
        var port =
                SpringExtension.getApplicationContext(context)
                        .getEnvironment()
                        .getRequiredProperty("local.server.port");
        var browsing = new Browsing(browser.browser(), "http://localhost:" + port);
        // The store closes what it holds when the test ends.
        context.getStore(OURS).put(Browsing.class, browsing);
        return browsing;
    }
}
