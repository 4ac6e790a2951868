package org.passerelle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StylesheetTest {
    /// The readable half of a person's export: opened from their disk, where nothing of ours is.
    private static final Path TAKEN_AWAY = Path.of("src/main/jte/portal/identity/export.jte");

    /// Drawn on paper by a library; no browser ever reads it.
    private static final Path ON_PAPER = Path.of("src/main/jte/invoicing/invoice.jte");

    private static final Path HOW_TO_PAY = Path.of("src/main/jte/portal/ordering/payment-pdf.jte");

    private static final Path ASSETS = Path.of("src/main/resources/static/assets");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "--([a-z0-9-]+):\\s*(?:light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)"
                            + "|(#[0-9a-f]{6}))");
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\sstyle=|\\son[a-z]+=\"|<style|<script>|javascript:");

    /// Light and dark value of each colour.
    private static final Map<String, List<String>> COLOURS = colours();

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, surface",
        "ink, sunken",
        "ink-2, paper",
        "ink-2, surface",
        "ink-2, sunken",
        "brand, paper",
        "brand, surface",
        "brand, sunken",
        "brand, brand-tint",
        "brand-hover, paper",
        "brand-hover, sunken",
        "on-brand, brand",
        "on-brand, brand-hover",
        "on-deep, deep",
        "on-deep-2, deep",
        "accent, deep",
        "ok, ok-tint",
        "ok, surface",
        "ok, paper",
        "warn, warn-tint",
        "warn, surface",
        "warn, accent-tint",
        "bad, bad-tint",
        "bad, surface",
        "bad, paper",
        "info, info-tint",
        "info, surface",
        "ink, ok-tint",
        "ink, warn-tint",
        "ink, bad-tint",
        "ink, info-tint",
        "ink, accent-tint",
        "ink, brand-tint",
        "ink-2, brand-tint"
    })
    void text_is_readable_in_light_and_dark(String text, String ground) {
        for (var theme : List.of(0, 1)) {
            assertThat(contrast(text, ground, theme))
                    .as("%s on %s, theme %s", text, ground, theme)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "line-strong, paper", "line-strong, surface", "line-strong, sunken", "focus, paper",
        "focus, surface", "focus, sunken", "brand, surface", "bad, surface"
    })
    void edges_of_controls_are_visible_in_light_and_dark(String edge, String ground) {
        for (var theme : List.of(0, 1)) {
            assertThat(contrast(edge, ground, theme))
                    .as("%s on %s, theme %s", edge, ground, theme)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void contrast_is_computed_as_the_guidelines_say() {
        assertThat(ratio("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(ratio("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    @Test
    void the_stylesheet_and_the_script_keep_their_budgets() throws IOException {
        var css = Files.readAllBytes(ASSETS.resolve("passerelle.css"));
        assertThat(compressed(css)).isLessThanOrEqualTo(10 * 1024);
        assertThat(Files.readAllLines(ASSETS.resolve("passerelle.css"))).hasSizeLessThan(601);
        var own = new ByteArrayOutputStream();
        own.write(Files.readAllBytes(ASSETS.resolve("passerelle.js")));
        own.write(Files.readAllBytes(ASSETS.resolve("saving.js")));
        assertThat(Files.size(ASSETS.resolve("passerelle.js"))).isLessThanOrEqualTo(1024);
        assertThat(compressed(own.toByteArray())).isLessThanOrEqualTo(1024);
        try (var fonts = Files.list(ASSETS.resolve("fonts"))) {
            assertThat(fonts.mapToLong(file -> file.toFile().length()).sum()).isLessThan(86 * 1024);
        }
    }

    @Test
    void no_template_has_what_the_content_policy_forbids() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            assertThat(templates.filter(Files::isRegularFile).filter(StylesheetTest::isForbidden))
                    .containsExactlyInAnyOrder(TAKEN_AWAY, ON_PAPER, HOW_TO_PAY);
        }
        assertThat(FORBIDDEN.matcher("<p style=\"color:red\">").find()).isTrue();
        assertThat(FORBIDDEN.matcher("<a onclick=\"x()\">").find()).isTrue();
    }

    @Test
    void every_icon_a_template_names_is_drawn() throws IOException {
        var drawn = Files.readString(ASSETS.resolve("icons.svg"));
        var use = Pattern.compile("ui\\.icon\\((?:frame = )?frame, (?:name = )?\"([a-z-]+)\"");
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            assertThat(
                            templates
                                    .filter(Files::isRegularFile)
                                    .flatMap(file -> use.matcher(text(file)).results())
                                    .map(found -> found.group(1))
                                    .distinct())
                    .isNotEmpty()
                    .allMatch(name -> drawn.contains("id=\"i-" + name + "\""));
        }
    }

    private static boolean isForbidden(Path template) {
        return FORBIDDEN.matcher(text(template)).find();
    }

    private static double contrast(String text, String ground, int theme) {
        return ratio(colour(text, theme), colour(ground, theme));
    }

    private static String colour(String name, int theme) {
        var values = COLOURS.get(name);
        assertThat(values).as("token --%s", name).isNotNull();
        return java.util.Objects.requireNonNull(values).get(theme);
    }

    private static double ratio(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int from) {
        var value = Integer.parseInt(hex.substring(from, from + 2), 16) / 255d;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, List<String>> colours() {
        var colours = new HashMap<String, List<String>>();
        var tokens = TOKEN.matcher(text(ASSETS.resolve("passerelle.css")));
        while (tokens.find()) {
            var both = tokens.group(4);
            colours.put(
                    tokens.group(1),
                    both == null ? List.of(tokens.group(2), tokens.group(3)) : List.of(both, both));
        }
        return colours;
    }

    private static int compressed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
