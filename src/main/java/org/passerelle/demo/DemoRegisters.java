package org.passerelle.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.passerelle.registry.ImportOrder;
import org.passerelle.registry.ImportOutcome;
import org.passerelle.registry.Importing;
import org.passerelle.registry.Progress;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.Registers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Brings in the made-up registers of the demo, each from two files of different days, so that
/// entries have a history. One that is installed is left as it is.
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class DemoRegisters {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRegisters.class);

    /// How many days ago each of a register's files was published.
    private static final List<Integer> DAYS_AGO = List.of(100, 12);

    private final Registers registers;
    private final Importing importing;
    private final Clock clock;
    private final Path folder;

    DemoRegisters(
            Registers registers,
            Importing importing,
            Clock clock,
            @Value("${passerelle.packs.folder}") Path packs) {
        this.registers = registers;
        this.importing = importing;
        this.clock = clock;
        this.folder = packs.resolve("demo").resolve("registers");
    }

    void fill() {
        registers.all().stream()
                .filter(one -> one.installed().isEmpty() && Files.exists(file(one.id(), 1)))
                .forEach(one -> fill(one.id()));
    }

    private void fill(RegisterId register) {
        var today = LocalDate.now(clock);
        for (var i = 0; i < DAYS_AGO.size(); i++) {
            var order =
                    new ImportOrder(
                            register,
                            List.of(file(register, i + 1)),
                            today.minusDays(DAYS_AGO.get(i)),
                            OptionalLong.empty(),
                            false,
                            false,
                            "demo");
            if (importing.run(order, Progress.none()) instanceof ImportOutcome.Refused(var fault)) {
                LOG.warn("The demo's register {} was refused: {}", register, fault);
            }
        }
    }

    private Path file(RegisterId register, int which) {
        return folder.resolve(register.value() + "-" + which + ".csv");
    }
}
