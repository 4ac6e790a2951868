package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One person at the site, who finds things as people do: by role and accessible name.
///
/// What the browser complains about (an error of a script, a resource that the content security
/// policy blocks, a call to another host) is collected and fails the next [#look].
public final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /// Pictures are for people: nobody sees those of a run whose folder is thrown away.
    private static final boolean OF_ALL = !InstalledBrowser.isRequired(System.getenv());

    private static final List<Integer> WIDTHS = List.of(390, 1440);
    private static final int NARROWEST = 320;
    private static final int MOST_STOPS = 60;
    private static final int MOST_LOOKS = 20;
    private static final int LOOK_AGAIN_MILLIS = 250;
    private static final int MOST_RELOADS = 40;
    private static final int RELOAD_MILLIS = 500;
    private static final Set<String> OUR_SCHEMES = Set.of("data", "about", "blob");

    private final Page page;
    private final boolean script;
    private final List<String> complaints = new ArrayList<>();
    private @Nullable List<String> later;

    Visitor(Page page, boolean script) {
        this.page = page;
        this.script = script;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isPlainRefusal(message.text())) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(request -> checkHost(request.url()));
    }

    /// Words of the interface have curved apostrophes; here they are typed as on a keyboard.
    static String curved(String text) {
        return text.replace('\'', '’');
    }

    /// The page itself, for what the words below do not say.
    public Page page() {
        return page;
    }

    /// Follows an address of the site, such as `/catalogue`; answers the HTTP status.
    public int open(String address) {
        return page.navigate(address).status();
    }

    /// Opens an address, and again as people reload a page, until `text` stands there: what follows
    /// from an answer is done after it.
    public Visitor openUntil(String address, String text) {
        open(address);
        for (var tries = 0; tries < MOST_RELOADS && !shows(text); tries++) {
            page.waitForTimeout(RELOAD_MILLIS);
            open(address);
        }
        return sees(text);
    }

    private boolean shows(String text) {
        return plain(page.locator("body").innerText()).contains(plain(text));
    }

    /// The one element with this role whose accessible name contains `name`.
    public Locator find(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(curved(name)));
    }

    /// The one element with this role whose accessible name matches `name`.
    public Locator find(AriaRole role, Pattern name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name));
    }

    /// The field whose label is exactly this.
    public Locator field(String label) {
        return page.getByLabel(curved(label), new Page.GetByLabelOptions().setExact(true));
    }

    /// Writes into the field with this label.
    public Visitor write(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /// Takes the choice of this value in the list with this label.
    public Visitor choose(String label, String value) {
        field(label).selectOption(value);
        return this;
    }

    /// Ticks the box or the choice with this label.
    public Visitor tick(String label) {
        field(label).check();
        return this;
    }

    /// Presses the button with this name and waits for the page that follows.
    public Visitor press(String button) {
        var pressed = find(AriaRole.BUTTON, button).first();
        // A form that is just saving itself is sent once that is answered, after the click.
        var savesItself = pressed.evaluate("one => !!one.form?.hasAttribute('hx-post')");
        page.evaluate("() => { window.isBefore = true; }");
        pressed.click();
        if (Boolean.TRUE.equals(savesItself)) {
            page.waitForFunction("() => !window.isBefore");
        }
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /// Signs in at the page, as somebody who knows their password.
    public Visitor signIn(String login, String password) {
        open("/sign-in");
        write("Identifiant ou adresse e-mail", login);
        write("Mot de passe", password);
        press("Se connecter");
        page.waitForURL(address -> !address.endsWith("/sign-in"));
        return this;
    }

    /// Follows the link with this name.
    public Visitor follow(String link) {
        find(AriaRole.LINK, link).first().click();
        page.waitForLoadState(LoadState.LOAD);
        return this;
    }

    /// Turns the pages of a list until `text` stands on one: others may have filled those before.
    public Visitor pageThroughTo(String text) {
        while (!plain(page.locator("main").innerText()).contains(plain(text))
                && find(AriaRole.LINK, "Suivants").count() > 0) {
            follow("Suivants");
        }
        return sees(text);
    }

    /// Asserts that the page's first heading is `text`.
    public Visitor reads(String text) {
        assertThat(
                        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                                .first()
                                .innerText())
                .contains(curved(text));
        return this;
    }

    /// Asserts that `text` stands somewhere on the page, as a person would see it; kinds of
    /// apostrophes and of spaces do not matter.
    public Visitor sees(String text) {
        for (var tries = 0; tries < MOST_LOOKS; tries++) {
            if (shows(text)) {
                return this;
            }
            page.waitForTimeout(LOOK_AGAIN_MILLIS);
        }
        assertThat(plain(page.locator("body").innerText())).as(page.url()).contains(plain(text));
        return this;
    }

    private static String plain(String text) {
        return text.replace('’', '\'').replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    /// Looks at the page with a critical eye, at 390 and 1440: axe finds nothing, nothing scrolls
    /// sideways (at 320 neither), the browser did not complain. Leaves
    /// `target/screenshots/<name>-<width>.png`, with `CI=true` only of what it finds fault with.
    public Visitor look(String name) {
        try {
            lookCritically(name);
        } catch (AssertionError finding) {
            takePicture(name, page.viewportSize().width);
            keepOrThrow(name, finding);
        }
        return this;
    }

    /// From now on, what [#look] finds is written into `findings` and the journey goes on; the test
    /// asserts at its end that there are none.
    Visitor keepingFindings(List<String> findings) {
        later = findings;
        return this;
    }

    /// Looks as [#look] does, but leaves no picture and asks axe at one width only.
    public Visitor glance(String name) {
        try {
            var size = page.viewportSize();
            page.setViewportSize(WIDTHS.getLast(), 900);
            assertNoSidewaysScrolling(WIDTHS.getLast());
            page.setViewportSize(NARROWEST, 900);
            assertNoSidewaysScrolling(NARROWEST);
            page.setViewportSize(WIDTHS.getFirst(), 900);
            assertNoSidewaysScrolling(WIDTHS.getFirst());
            assertAxeClean(WIDTHS.getFirst());
            page.setViewportSize(size.width, size.height);
            assertNoComplaints(name);
        } catch (AssertionError finding) {
            keepOrThrow(name, finding);
        }
        return this;
    }

    private void keepOrThrow(String name, AssertionError finding) {
        if (later == null) {
            throw finding;
        }
        later.add(name + ": " + finding.getMessage());
    }

    private void takePicture(String name, int width) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png"))
                        .setFullPage(true));
    }

    private void assertNoComplaints(String name) {
        var heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("what the browser complained about by %s", name).isEmpty();
    }

    private void lookCritically(String name) {
        var size = page.viewportSize();
        for (var width : WIDTHS) {
            page.setViewportSize(width, 900);
            if (OF_ALL) {
                takePicture(name, width);
            }
            assertNoSidewaysScrolling(width);
            if (script) {
                assertAxeClean(width);
            }
        }
        page.setViewportSize(NARROWEST, 900);
        assertNoSidewaysScrolling(NARROWEST);
        page.setViewportSize(size.width, size.height);
        assertNoComplaints(name);
    }

    /// Presses the tabulator until the control of this name has the focus.
    public Visitor tabTo(String name) {
        for (var stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            if (plain(focused()).contains(plain(name))) {
                return this;
            }
        }
        throw new AssertionError("The tabulator does not reach " + name + " on " + page.url());
    }

    /// Types at the keyboard, wherever the focus is.
    public Visitor type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /// Presses Enter where the focus is, and waits for the page that follows.
    public Visitor enter() {
        page.evaluate("() => { window.before = true; }");
        page.keyboard().press("Enter");
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
        return this;
    }

    /// What has the focus, as a screen reader would say it.
    public String focused() {
        return (String)
                page.evaluate(
                        """
                        () => {
                          const at = document.activeElement;
                          if (!at || at === document.body) return '';
                          const labels = [...(at.labels || [])].map(label => label.innerText);
                          return [...labels, at.getAttribute('aria-label'), at.innerText]
                            .filter(Boolean).join(' ');
                        }
                        """);
    }

    /// Whether what has the focus is drawn within the window and marked by an outline.
    public boolean focusIsSeen() {
        return (boolean)
                page.evaluate(
                        """
                        () => {
                          const at = document.activeElement;
                          const box = at.getBoundingClientRect();
                          const style = getComputedStyle(at);
                          return box.width > 0 && box.height > 0
                            && box.bottom > 0 && box.top < innerHeight
                            && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
                        }
                        """);
    }

    /// What reaches over the edge of the page, innermost first to read.
    private static final String TOO_WIDE =
            """
            width => [...document.querySelectorAll('main *')]
                .filter(one => one.getBoundingClientRect().right > width + 1)
                .map(one => one.tagName + '.' + one.className + ': '
                    + one.textContent.trim().slice(0, 60))
                .slice(-3).join(' | ')\
            """;

    private void assertNoSidewaysScrolling(int width) {
        var needed = page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(((Number) needed).intValue())
                .as(() ->
                        "%s needs no more than %d px of width: %s"
                                .formatted(page.url(), width, page.evaluate(TOO_WIDE, width)))
                .isLessThanOrEqualTo(width);
    }

    private void assertAxeClean(int width) {
        // What is good need not be told in full: that is most of the work.
        var violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        var found =
                new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(violations)
                        .analyze()
                        .getViolations();
        assertThat(found.stream().map(Visitor::told).toList())
                .as("axe on %s at %d px", page.url(), width)
                .isEmpty();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }

    /// A page that answers 4xx on purpose is told to the console too; the test asserts its status.
    private static boolean isPlainRefusal(String message) {
        return message.contains("the server responded with a status of 4");
    }

    private void checkHost(String url) {
        var address = URI.create(url.contains("|") ? url.split("\\|")[0] : url);
        if (!OUR_SCHEMES.contains(address.getScheme()) && !"localhost".equals(address.getHost())) {
            complaints.add("a call to another host: " + url);
        }
    }

    @Override
    public void close() {
        page.context().close();
    }
}
