package org.passerelle.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Many tries as close to one instant as threads allow.
public final class AtOnce {
    /// Nobody waits longer for an answer; who does is stuck.
    private static final int MINUTES_MAX = 2;

    private AtOnce() {}

    /// What each of `tries` answered, in their order.
    public static <T> List<T> all(int tries, IntFunction<T> one) {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<T>>();
            for (var i = 0; i < tries; i++) {
                var number = i;
                calls.add(() -> {
                    start.await();
                    return one.apply(number);
                });
            }
            var running = calls.stream().map(threads::submit).toList();
            start.countDown();
            for (var answer : running) {
                answers.add(answer.get(MINUTES_MAX, TimeUnit.MINUTES));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return answers;
    }
}
