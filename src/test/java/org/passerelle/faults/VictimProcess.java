package org.passerelle.faults;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts [Victim]s one after the other on one database, one data folder and one journal.
record VictimProcess(Path folder, OwnPostgres database, GreenMail mail, List<String> settings) {
    private static final int MINUTES_MAX = 5;

    Path journal() {
        return folder.resolve("journal");
    }

    Process start(String plan, String... more) throws IOException {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "--faults.plan=" + plan,
                                "--faults.journal=" + journal(),
                                "--server.port=0",
                                "--passerelle.demo=false",
                                "--passerelle.packs.installed=socialware-lu",
                                "--passerelle.data-folder=" + folder,
                                "--passerelle.database.url=" + database.url(),
                                "--spring.datasource.hikari.maximum-pool-size=100",
                                "--spring.mail.host=127.0.0.1",
                                "--spring.mail.port=" + mail.getSmtp().getPort()));
        arguments.addAll(settings);
        arguments.addAll(List.of(more));
        return new ProcessBuilder(ProductProcess.command(Victim.class, arguments))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("victims.log").toFile()))
                .start();
    }

    /// Its exit code: 137 when the power went as planned.
    int runToItsDeath(String plan) throws IOException, InterruptedException {
        var process = start(plan);
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(plan + " is stuck; see " + folder);
        }
        return process.exitValue();
    }
}
