package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;

/// `bin/passerelle` in a project of its own.
@Requirement("OPS-02")
class LauncherTest {
    @TempDir Path project;

    private record Run(int exit, List<String> lines) {}

    @BeforeEach
    void the_launcher() throws IOException {
        Files.createDirectories(project.resolve("bin"));
        Files.createDirectories(project.resolve("target"));
        Files.copy(
                Path.of("bin/passerelle"),
                project.resolve("bin/passerelle"),
                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void says_what_to_do_when_the_program_is_not_built() throws Exception {
        var run = run("pack", "check", "x");

        assertThat(run.exit()).isEqualTo(69);
        assertThat(run.lines())
                .singleElement()
                .asString()
                .contains("target/passerelle.jar", "mvn package -DskipTests");
    }

    @Test
    void runs_the_program_on_a_new_java_even_when_java_home_is_an_old_one() throws Exception {
        build();
        var old = Files.createDirectories(project.resolve("old-java/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\nexit 1\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        Files.writeString(project.resolve("old-java/release"), "JAVA_VERSION=\"17.0.1\"\n");

        var run = run("pack", "check", "a folder with blanks");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.lines())
                .endsWith(
                        "java " + Runtime.version().feature(),
                        "pack",
                        "check",
                        "a folder with blanks");
    }

    private void build() throws IOException {
        var classes = Path.of("target/test-classes").toAbsolutePath().toUri();
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoArguments.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes.toString());
        var jar = project.resolve("target/passerelle.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(arguments));
        command.addFirst(project.resolve("bin/passerelle").toString());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.remove("JAVA_TOOL_OPTIONS");
        // The Java of this run comes second: the launcher must pass by the old one before it.
        environment.put("JAVA_HOME", project.resolve("old-java").toString());
        environment.merge(
                "PATH",
                Path.of(System.getProperty("java.home"), "bin").toString(),
                (path, own) -> own + ":" + path);
        var process = builder.start();
        try (var output = process.inputReader()) {
            var lines = output.lines().toList();
            return new Run(process.waitFor(), lines);
        }
    }
}
