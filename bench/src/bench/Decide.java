package bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.model.Pack;
import org.passerelle.programme.Eligibility;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.History;
import org.passerelle.programme.OrganisationFacts;

/// Decides every programme of the pack of Luxembourg for one organisation, with all findings.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Decide {
    private static final double LIMIT_MICROS = 2_000;

    private final Pack pack = load();
    private final OrganisationFacts facts =
            new OrganisationFacts(
                    Optional.of(true),
                    Optional.of("LU"),
                    Optional.of("asbl"),
                    Optional.of(Set.of("nonprofit")),
                    Optional.of("1140"),
                    Optional.of(Set.of("1140")),
                    Optional.of(Set.of()),
                    Optional.of(Set.of()),
                    Optional.of(new OrganisationFacts.Budget(Money.parse("EUR 85000"), 2025)),
                    Optional.of(4L),
                    Optional.of(
                            new OrganisationFacts.Address(
                                    Optional.of("LU"), Optional.of(false))),
                    Optional.of(Set.of("non-discrimination")),
                    Map.of(),
                    Optional.of(List.of()),
                    Optional.of(List.of()));

    @Benchmark
    public List<EligibilityDecision> everyProgramme() {
        return Eligibility.decideAll(pack, facts, History.NONE, LocalDate.of(2026, 9, 1));
    }

    private static Pack load() {
        if (PackLoader.load(Path.of("packs/socialware-lu"))
                instanceof LoadOutcome.Loaded(var loaded)) {
            return loaded;
        }
        throw new IllegalStateException("The pack is wrong");
    }

    public static void main(String[] arguments) throws RunnerException {
        var options =
                new OptionsBuilder()
                        .include("Decide")
                        .forks(1)
                        .warmupIterations(3)
                        .measurementIterations(5)
                        .build();
        var score = new Runner(options).run().iterator().next().getPrimaryResult().getScore();
        System.out.printf(
                "every programme of one organisation: %.0f µs, %.0f organisations a second and core%n",
                score, 1e6 / score);
        if (score > LIMIT_MICROS) {
            System.out.printf("over the limit of %.0f µs%n", LIMIT_MICROS);
            System.exit(1);
        }
    }
}
