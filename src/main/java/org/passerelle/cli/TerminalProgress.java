package org.passerelle.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.passerelle.registry.Progress;

/// How far an import is, with its rate: one line that is rewritten on a terminal, a new line every
/// few seconds in a log.
final class TerminalProgress implements Progress {
    private static final long NANOS_A_SECOND = Duration.ofSeconds(1).toNanos();

    private final PrintWriter out;
    private final boolean rewrites;
    private final long everyNanos;
    private final long begun = System.nanoTime();
    private long readingBegun = begun;
    private long toldAt = begun;
    private long told;

    TerminalProgress(PrintWriter out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
        this.everyNanos = rewrites ? NANOS_A_SECOND / 5 : 3 * NANOS_A_SECOND;
    }

    @Override
    public void read(long records) {
        var now = System.nanoTime();
        if (now - toldAt >= everyNanos) {
            toldAt = now;
            line(records, now);
        }
        told = records;
    }

    private void line(long records, long now) {
        var seconds = Math.max(now - readingBegun, 1) / (double) NANOS_A_SECOND;
        show("%,d records read, %,.0f a second".formatted(records, records / seconds));
    }

    @Override
    public void began(Step step) {
        switch (step) {
            case READING -> readingBegun = System.nanoTime();
            case COMPARING -> {
                line(told, System.nanoTime());
                newLine();
                show("comparing with what is installed…");
            }
            case WRITING -> {
                newLine();
                show("writing…");
            }
        }
    }

    private void show(String text) {
        if (rewrites) {
            out.print("\r\u001b[K" + text);
            out.flush();
        } else {
            out.println(text);
        }
    }

    private void newLine() {
        if (rewrites) {
            out.println();
        }
    }

    /// Leaves the last line as it is.
    void end() {
        newLine();
    }

    /// How long it took.
    double seconds() {
        return (System.nanoTime() - begun) / (double) NANOS_A_SECOND;
    }
}
