package org.passerelle.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.springframework.modulith.core.util.ApplicationModulesExporter;

/// The names of the modules are written down, so that a start need not read all classes to find
/// them: their tables are made in this order.
@Requirement("OPS-01")
class ModulesAtStartTest {
    private static final Path NAMES =
            Path.of("src/main/resources", ApplicationModulesExporter.DEFAULT_LOCATION);

    @Test
    void all_modules_of_the_program_are_written_down_each_after_those_it_asks() throws IOException {
        var modules =
                House.modules().stream().map(module -> module.getIdentifier().toString()).toList();
        if (GeneratedDocs.areWritten()) {
            Files.createDirectories(NAMES.getParent());
            Files.writeString(NAMES, json(modules));
        }
        var written = written();

        assertThat(written).as(GeneratedDocs.ADVICE).containsExactlyInAnyOrderElementsOf(modules);
        ModuleDiagram.asked(House.modules())
                .forEach((module, asked) ->
                        assertThat(written.subList(0, written.indexOf(module)))
                                .as("before " + module)
                                .containsAll(asked));
    }

    private static String json(List<String> modules) {
        return modules.stream()
                .map(module -> "  \"" + module + "\": {}")
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static List<String> written() throws IOException {
        return Pattern.compile("\"(\\w+)\": \\{}")
                .matcher(Files.readString(NAMES))
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }
}
