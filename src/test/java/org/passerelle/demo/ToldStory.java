package org.passerelle.demo;

import java.time.Duration;
import org.springframework.context.ApplicationContext;

/// Lets tests of other packages wait until the demo's story is told.
public final class ToldStory {
    public static final String PASSWORD = DemoAccounts.PASSWORD;

    private ToldStory() {}

    public static void await(ApplicationContext context, Duration longest)
            throws InterruptedException {
        if (!context.getBean(DemoStart.class).awaitTold(longest)) {
            throw new IllegalStateException("The demo's story is not told after " + longest);
        }
    }
}
