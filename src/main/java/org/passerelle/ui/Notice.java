package org.passerelle.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a page says about an act that has just been done, after the redirect.
///
/// @param tone `ok`, `info`, `warn` or `bad`
/// @param text one or two sentences in the reader's language
/// @param linkText where to go on; empty when there is nowhere
public record Notice(String tone, String text, String linkText, String linkPath)
        implements Serializable {
    static final String KEY = "notices";

    public Notice(String tone, String text) {
        this(tone, text, "", "");
    }

    public static Notice ok(String text) {
        return new Notice("ok", text);
    }

    public static Notice info(String text) {
        return new Notice("info", text);
    }

    public static Notice warn(String text) {
        return new Notice("warn", text);
    }

    public static Notice bad(String text) {
        return new Notice("bad", text);
    }

    /// The same with a link behind the text.
    public Notice linked(String words, String path) {
        return new Notice(tone, text, words, path);
    }

    /// Has the page that is redirected to show this notice, after those given before.
    public void showAfter(RedirectAttributes redirect) {
        var notices = new ArrayList<Notice>();
        if (redirect.getFlashAttributes().get(KEY) instanceof List<?> earlier) {
            earlier.forEach(notice -> notices.add((Notice) notice));
        }
        notices.add(this);
        redirect.addFlashAttribute(KEY, notices);
    }
}
