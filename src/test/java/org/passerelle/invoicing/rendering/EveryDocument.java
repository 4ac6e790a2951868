package org.passerelle.invoicing.rendering;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.passerelle.invoicing.domain.InvoiceBook;
import org.passerelle.invoicing.domain.InvoiceBook.Form;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Every electronic invoice that a product keeps while tests run is held to the official rules
/// (INV-03): one with an error is not kept, and the test under way fails. Spring finds it by
/// `META-INF/spring.factories`, JUnit by `META-INF/services`.
public final class EveryDocument
        implements ApplicationContextInitializer<ConfigurableApplicationContext>,
                AfterEachCallback {
    private static final ConcurrentLinkedQueue<String> WRONG = new ConcurrentLinkedQueue<>();
    private static final AtomicInteger JUDGED = new AtomicInteger();

    /// How many were judged in this JVM.
    static int judged() {
        return JUDGED.get();
    }

    /// What the rules said since this was asked before.
    static List<String> wrong() {
        var said = List.copyOf(WRONG);
        WRONG.removeAll(said);
        return said;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory()
                .addBeanPostProcessor(
                        new BeanPostProcessor() {
                            @Override
                            public Object postProcessAfterInitialization(Object bean, String name) {
                                return bean instanceof InvoiceBook ? watched(bean) : bean;
                            }
                        });
    }

    static Object watched(Object book) {
        var watched = new ProxyFactory(book);
        watched.addAdvice(
                (MethodInterceptor)
                        call -> {
                            if (call.getArguments().length > 3
                                    && call.getArguments()[2] == Form.UBL
                                    && call.getArguments()[3] instanceof byte[] xml) {
                                judge(call.getArguments()[1] + "", xml);
                            }
                            return call.proceed();
                        });
        return watched.getProxy();
    }

    private static void judge(String number, byte[] xml) {
        JUDGED.incrementAndGet();
        var said = OfficialRules.complaints(xml);
        if (!said.isEmpty()) {
            WRONG.add(number + ": " + said);
            throw new AssertionError("Electronic invoice " + number + " is wrong: " + said);
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var said = wrong();
        if (!said.isEmpty()) {
            throw new AssertionError("Electronic invoices that break the rules: " + said);
        }
    }
}
