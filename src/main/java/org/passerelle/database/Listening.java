package org.passerelle.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/// Who hears events: a few at a time, the others wait their turn. Without a limit two hundred
/// orders at once would have two hundred listeners take the connections that pages need.
@Configuration(proxyBeanMethods = false)
class Listening {
    private static final int LISTENERS = 4;
    private static final int LAST_WORDS_SECONDS = 20;

    /// What was told while the program stops is heard too, as long as that takes no longer than a
    /// few seconds; the rest stands in the table and is heard by another node or after the start.
    @Bean({"applicationTaskExecutor", "taskExecutor"}) // as Boot and as Spring look for it
    AsyncTaskExecutor applicationTaskExecutor() {
        var listeners = new ThreadPoolTaskExecutor();
        listeners.setThreadNamePrefix("listener-");
        listeners.setCorePoolSize(LISTENERS);
        listeners.setAllowCoreThreadTimeOut(true);
        listeners.setAcceptTasksAfterContextClose(true);
        listeners.setWaitForTasksToCompleteOnShutdown(true);
        listeners.setAwaitTerminationSeconds(LAST_WORDS_SECONDS);
        return listeners;
    }
}
