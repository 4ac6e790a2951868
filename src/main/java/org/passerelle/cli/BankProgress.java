package org.passerelle.cli;

import java.io.PrintWriter;
import java.time.Duration;
import org.passerelle.banking.ImportProgress;

/// How far each file is: one line that is rewritten on a terminal, in a log a line for each file
/// and one more every few seconds.
final class BankProgress implements ImportProgress {
    private final PrintWriter out;
    private final boolean rewrites;
    private final long everyNanos;
    private String file = "";
    private long toldAt;

    BankProgress(PrintWriter out, boolean rewrites) {
        this.out = out;
        this.rewrites = rewrites;
        this.everyNanos = Duration.ofMillis(rewrites ? 200 : 3000).toNanos();
    }

    /// The next file begins.
    void file(String name, int number, int all) {
        file = "[%d/%d] %s".formatted(number, all, name);
        show("");
    }

    @Override
    public void at(Step step, int done, int all) {
        if (System.nanoTime() - toldAt < everyNanos) {
            return;
        }
        show(
                switch (step) {
                    case READ -> ": %,d movements read".formatted(all);
                    case KEPT -> ": %,d of %,d movements kept".formatted(done, all);
                    case DECIDED -> ": %,d of %,d new movements matched".formatted(done, all);
                });
    }

    /// What became of the file may be written now.
    void end() {
        if (rewrites) {
            out.print("\r\u001b[K");
        }
        out.flush();
    }

    private void show(String how) {
        toldAt = System.nanoTime();
        if (rewrites) {
            out.print("\r\u001b[K" + file + how);
            out.flush();
        } else {
            out.println(file + (how.isEmpty() ? ": reading…" : how));
        }
    }
}
