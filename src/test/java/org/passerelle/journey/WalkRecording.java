package org.passerelle.journey;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.passerelle.agenda.Agenda;
import org.passerelle.agenda.ProductClock;
import org.passerelle.notification.Notification;
import org.springframework.aop.framework.autoproxy.AbstractBeanFactoryAwareAdvisingPostProcessor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/// Places the ears of a [WalkTrace] around the faces, the listeners, the events and the database of
/// a product, which knows nothing of it.
@TestConfiguration(proxyBeanMethods = false)
class WalkRecording {
    private static final Set<String> ON_TOP =
            Set.of("portal", "backoffice", "api", "console", "cli", "demo", "security", "ui");

    @Bean
    static WalkTrace trace() {
        return new WalkTrace();
    }

    @Bean
    static Ears ears(WalkTrace trace) {
        return new Ears(trace);
    }

    @Bean
    static ExecuteListenerProvider tables(WalkTrace trace) {
        return new DefaultExecuteListenerProvider(new Tables(trace));
    }

    @Bean
    static ApplicationListener<PayloadApplicationEvent<?>> events(WalkTrace trace) {
        return event -> {
            var type = event.getPayload().getClass();
            if (type.getName().startsWith("org.passerelle.")) {
                trace.told(moduleOf(type) + "." + type.getSimpleName());
            }
        };
    }

    @Bean
    static SceneEnd sceneEnd(
            WalkTrace trace,
            EventPublicationRegistry publications,
            Notification notification,
            Agenda agenda,
            ProductClock clock) {
        return new SceneEnd(trace, publications, notification, agenda, clock, clock.instant());
    }

    private static String moduleOf(Class<?> type) {
        return type.getPackageName().split("\\.")[2];
    }

    /// Listens to every call of a public component in the root package of a module.
    private static final class Ears extends AbstractBeanFactoryAwareAdvisingPostProcessor {
        private static final long serialVersionUID = 1;

        Ears(WalkTrace trace) {
            advisor = new DefaultPointcutAdvisor(new Ear(trace));
        }

        @Override
        protected boolean isEligible(Class<?> type) {
            var words = type.getPackageName().split("\\.");
            return type.getPackageName().startsWith("org.passerelle.")
                    && words.length == 3
                    && !ON_TOP.contains(words[2])
                    && !Modifier.isFinal(type.getModifiers())
                    && AnnotatedElementUtils.hasAnnotation(type, Component.class)
                    && super.isEligible(type);
        }
    }

    private record Ear(WalkTrace trace) implements MethodInterceptor {
        @Override
        public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
            var method = invocation.getMethod();
            var type = method.getDeclaringClass();
            var name =
                    "`%s.%s.%s`".formatted(moduleOf(type), type.getSimpleName(), method.getName());
            Callable<@Nullable Object> calling =
                    () -> {
                        try {
                            return invocation.proceed();
                        } catch (Exception | Error raised) {
                            throw raised;
                        } catch (Throwable raised) {
                            throw new IllegalStateException(raised);
                        }
                    };
            if (AnnotatedElementUtils.hasAnnotation(method, ApplicationModuleListener.class)) {
                var event = invocation.getArguments()[0].getClass();
                return trace.heard(
                        "*%s.%s*".formatted(moduleOf(event), event.getSimpleName()), name, calling);
            }
            var page = page();
            return page.isEmpty() && !trace.isInside()
                    ? invocation.proceed()
                    : trace.asked(page, name, calling);
        }

        /// The page that asks, as its address is mapped; empty for what runs by itself.
        private static String page() {
            if (RequestContextHolder.getRequestAttributes()
                    instanceof ServletRequestAttributes attributes) {
                var request = attributes.getRequest();
                var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
                return "**%s %s**"
                        .formatted(
                                request.getMethod(),
                                pattern == null ? request.getRequestURI() : pattern);
            }
            return "";
        }
    }

    private static final class Tables implements ExecuteListener {
        private static final long serialVersionUID = 1;
        private static final Pattern WRITES =
                Pattern.compile(
                        "\\b(?:insert into|update|delete from|merge into)"
                                + "\\s+\"?(\\w+)\"?\\.\"?(\\w+)",
                        Pattern.CASE_INSENSITIVE);

        private final transient WalkTrace trace;

        Tables(WalkTrace trace) {
            this.trace = trace;
        }

        @Override
        public void executeEnd(ExecuteContext context) {
            for (var sql : context.batchSQL()) {
                var found = WRITES.matcher(sql.strip());
                while (found.find()) {
                    trace.wrote(
                            "%s.%s"
                                    .formatted(found.group(1), found.group(2))
                                    .toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    /// Ends a scene once everybody has heard what was told in it.
    static final class SceneEnd {
        private static final int ALL = 1_000;
        private static final Duration LOOK_EVERY = Duration.ofMillis(50);
        private static final int MOST_LOOKS = 400;
        private static final Duration MOVED = Duration.ofDays(1);

        private final WalkTrace trace;
        private final EventPublicationRegistry publications;
        private final Notification notification;
        private final Agenda agenda;
        private final ProductClock clock;
        private final Set<String> knownLetters = new HashSet<>();
        private Instant begun;

        SceneEnd(
                WalkTrace trace,
                EventPublicationRegistry publications,
                Notification notification,
                Agenda agenda,
                ProductClock clock,
                Instant begun) {
            this.trace = trace;
            this.publications = publications;
            this.notification = notification;
            this.agenda = agenda;
            this.clock = clock;
            this.begun = begun;
        }

        void of(String scene) throws InterruptedException {
            for (var look = 0;
                    look < MOST_LOOKS && !publications.findIncompletePublications().isEmpty();
                    look++) {
                Thread.sleep(LOOK_EVERY);
            }
            for (var letter : notification.mailbox(ALL)) {
                if (knownLetters.add(letter.id().toString())) {
                    trace.letter(letter.template());
                }
            }
            var now = clock.instant();
            if (begun.plus(MOVED).isBefore(now)) {
                agenda.fellDueSince(begun, ALL).forEach(entry -> trace.fellDue(entry.kind()));
            }
            begun = now;
            trace.endOf(scene);
        }
    }
}
