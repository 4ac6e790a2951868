package org.passerelle.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;

@Requirement("OPS-01")
class EmbeddedDatabaseTest {
    @TempDir Path folder;

    @Test
    void keeps_its_data_over_a_restart() throws Exception {
        try (var database = new EmbeddedDatabase(folder)) {
            run(database, "create table kept (word text)");
            run(database, "insert into kept values ('passerelle')");
        }
        try (var database = new EmbeddedDatabase(folder)) {
            assertThat(ask(database, "select word from kept")).isEqualTo("passerelle");
        }
    }

    @Test
    void writes_are_on_disk_before_they_are_acknowledged() throws Exception {
        try (var database = new EmbeddedDatabase(folder)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused() throws Exception {
        try (var _ = new EmbeddedDatabase(folder)) {
            assertThatThrownBy(() -> new EmbeddedDatabase(folder))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(folder.toString());
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_program_is_stopped_and_its_data_kept() throws Exception {
        var program =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledProgram.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(program.waitFor()).isEqualTo(137);

        try (var database = new EmbeddedDatabase(folder)) {
            assertThat(ask(database, "select word from kept")).isEqualTo("passerelle");
        }
    }

    /// Starts the database, writes, and dies without a word.
    static final class KilledProgram {
        private KilledProgram() {}

        public static void main(String[] arguments) throws SQLException {
            var database = new EmbeddedDatabase(Path.of(arguments[0]));
            run(database, "create table kept (word text)");
            run(database, "insert into kept values ('passerelle')");
            Runtime.getRuntime().halt(137);
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), "postgres", "");
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
