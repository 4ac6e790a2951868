package org.passerelle.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/// The people who visit the site during one test; each has a browser profile of their own, so
/// nobody is signed in by somebody else's session.
public final class Browsing implements AutoCloseable {
    private final Browser browser;
    private final String site;
    private final List<Visitor> visitors = new ArrayList<>();

    Browsing(Browser browser, String site) {
        this.browser = browser;
        this.site = site;
    }

    /// A new person, with a window of 1440 by 900.
    public Visitor visitor() {
        return opened(true, 1440);
    }

    /// A new person whose device prefers dark colours.
    public Visitor visitorInTheDark() {
        var visitor = visitor();
        visitor.page()
                .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return visitor;
    }

    /// A new person with a phone, 390 wide.
    public Visitor visitorOnAPhone() {
        return opened(true, 390);
    }

    /// A new person whose browser runs no JavaScript.
    public Visitor visitorWithoutScript() {
        return opened(false, 1440);
    }

    /// The address of the site, without a closing slash.
    public String site() {
        return site;
    }

    private Visitor opened(boolean script, int width) {
        var profile =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(site)
                                .setJavaScriptEnabled(script)
                                .setLocale("fr-LU")
                                .setTimezoneId("Europe/Luxembourg")
                                .setReducedMotion(
                                        com.microsoft.playwright.options.ReducedMotion.REDUCE)
                                .setViewportSize(width, 900));
        profile.setDefaultTimeout(15_000);
        var visitor = new Visitor(profile.newPage(), script);
        visitors.add(visitor);
        return visitor;
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
    }
}
