package org.passerelle.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A form that somebody posted, and the two ways to answer it: its page again with what was typed
/// and what is wrong with it, or another page that says what was done. A controller may take one as
/// a parameter.
///
/// @param form what was typed
/// @param frame what the page shown again has around it
/// @param model what the page shown again is given
public record Submission(
        Form form,
        Frame frame,
        Model model,
        HttpServletRequest request,
        HttpServletResponse response,
        RedirectAttributes redirect) {

    /// Nothing was done, and the answer's status says so; the caller shows the page again.
    public void refuse() {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    /// It was done: leads to `path`, which says so in the words of `key`.
    ///
    /// @return the name of the view
    public String done(String path, String key, Object... arguments) {
        return lead(path, Notice.ok(frame.word(key, arguments)));
    }

    /// Leads to `path`, which shows `notice`.
    ///
    /// @return the name of the view
    public String lead(String path, Notice notice) {
        notice.showAfter(redirect);
        return "redirect:" + path;
    }
}
