package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledBrowserTest {
    @TempDir Path folder;

    @Test
    void takes_a_browser_from_the_path() throws Exception {
        var program = program("google-chrome");

        assertThat(InstalledBrowser.find(Map.of("PATH", folder.toString()))).contains(program);
    }

    @Test
    void the_build_without_a_window_comes_first() throws Exception {
        program("chromium");
        var light = program("chromium-headless-shell");

        assertThat(InstalledBrowser.find(Map.of("PATH", folder.toString()))).contains(light);
    }

    @Test
    void a_browser_named_by_hand_wins_over_the_path() throws Exception {
        program("chromium");
        var named = program("my-chrome");

        assertThat(
                        InstalledBrowser.find(
                                Map.of("PATH", folder.toString(), "CHROME_BIN", named.toString())))
                .contains(named);
    }

    @Test
    void a_wrong_name_is_not_mended_silently() throws Exception {
        program("chromium");

        assertThat(
                        InstalledBrowser.find(
                                Map.of("PATH", folder.toString(), "CHROME_BIN", "/no/such/file")))
                .isEmpty();
    }

    @Test
    void without_a_browser_tests_rest_at_home_and_fail_in_ci() {
        assertThat(BrowserFixture.decide(false, false).isDisabled()).isTrue();
        assertThat(BrowserFixture.decide(false, true).isDisabled()).isFalse();
        assertThat(BrowserFixture.decide(true, false).isDisabled()).isFalse();
        assertThat(InstalledBrowser.isRequired(Map.of("CI", "true"))).isTrue();
        assertThat(InstalledBrowser.isRequired(Map.of())).isFalse();
    }

    private Path program(String name) throws Exception {
        var program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
