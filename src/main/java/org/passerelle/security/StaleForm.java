package org.passerelle.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.passerelle.identity.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/// A form whose CSRF cookie is gone or was replaced since its page was opened: cookies cleared,
/// signed in anew in another tab. Nothing is done by it; but as a page of ours sent it, what was
/// typed is kept for whom the page was made ([Unsent]).
///
/// A visitor's form is answered with what they typed, to be sent anew by one press; it is stored
/// nowhere, so it comes back to whoever posted it and to nobody else.
///
/// A form of another site is refused as ever, and so is one made for somebody else than the reader.
final class StaleForm implements AccessDeniedHandler {
    /// Tells the page of errors to use the words for this, and not those for a page that is closed
    /// to the reader.
    private static final String WORDS = "passerelle.error.words";

    private static final String SIGN_IN = "/sign-in";

    /// Shows a visitor's form again; asked for by itself there is nothing.
    private static final String ANSWER = "/stale";

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();
    private final ToSignIn toSignIn = new ToSignIn();

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException) || !isOurs(request)) {
            forbidden.handle(request, response, denied);
            return;
        }
        var author = CsrfCookies.author(request);
        var reader = reader();
        if (reader.isEmpty() && author.isPresent()) {
            toSignIn.commence(
                    request,
                    response,
                    new InsufficientAuthenticationException("no session", denied));
        } else if (reader.map(who -> Author.mark(who.id())).equals(author)
                && author.isPresent()
                && Unsent.keep(request)) {
            ToSignIn.lead("/unsent", request, response);
        } else if (reader.isEmpty() && request.getRequestURI().equals(SIGN_IN)) {
            ToSignIn.lead(SIGN_IN + "?stale", request, response);
        } else if (author.isEmpty() && Unsent.answer(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            request.getRequestDispatcher(ANSWER).forward(request, response);
        } else {
            request.setAttribute(WORDS, "stale");
            forbidden.handle(request, response, denied);
        }
    }

    private static Optional<SignedIn> reader() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    /// Browsers say with each post from which site it comes; a page of another site cannot choose
    /// what they say. Of a page whose address is told to nobody ([ReferrerPolicy]) they do not name
    /// the site, but still say that it is the same.
    private static boolean isOurs(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return ToSignIn.root(request).equals(origin)
                || "null".equals(origin)
                        && "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
