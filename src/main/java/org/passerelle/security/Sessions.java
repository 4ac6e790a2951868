package org.passerelle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.SignInOutcome.Welcome;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.PersonId;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/// Who is behind a request's session.
///
/// A session holds three plain values: the person, the epoch it began under, the moment it began.
/// The person is read anew each time, so a role taken away, a closed account or a changed password
/// count at the next request. Sessions live by the machine's clock: a demo that moves the product's
/// clock by weeks keeps its people signed in.
@Component
public class Sessions implements SecurityContextRepository {
    static final Duration MEMBERS_LAST = Duration.ofHours(12);
    static final Duration STAFF_LASTS = Duration.ofHours(8);

    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String EPOCH = "epoch";
    private static final String BEGAN = "began";

    private final People people;
    private final CsrfCookies csrfCookies;

    Sessions(People people, CsrfCookies csrfCookies) {
        this.people = people;
        this.csrfCookies = csrfCookies;
    }

    /// Begins a session for a person who proved who they are: a new id, a new CSRF token, nothing
    /// kept of an earlier session but a form of theirs that could not be sent without signing in.
    public void begin(Welcome welcome, HttpServletRequest request, HttpServletResponse response) {
        var earlier = request.getSession(false);
        var unsent = Unsent.in(earlier).filter(one -> one.isBy(welcome.person().id()));
        if (earlier != null) {
            earlier.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(PERSON, welcome.person().id().toString());
        session.setAttribute(EPOCH, welcome.sessionEpoch());
        session.setAttribute(BEGAN, session.getCreationTime());
        unsent.ifPresent(one -> one.store(session));
        Author.note(welcome.person().id(), request, response);
        csrfCookies.renew(welcome.person().id(), request, response);
    }

    /// Lets the session of this request live on under another epoch: its own person changed the
    /// password, and all their other sessions end.
    public void keep(int sessionEpoch, HttpServletRequest request) {
        request.changeSessionId();
        request.getSession().setAttribute(EPOCH, sessionEpoch);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new LoadedWhenAsked(() -> load(request));
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still demands it
    public SecurityContext loadContext(
            org.springframework.security.web.context.HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    /// Nothing to save: a session is begun and ended by name.
    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) != null;
    }

    private SecurityContext load(HttpServletRequest request) {
        var context = SecurityContextHolder.createEmptyContext();
        var session = request.getSession(false);
        if (session == null || session.getAttribute(PERSON) == null) {
            return context;
        }
        var person = person(session);
        if (person.isPresent()) {
            context.setAuthentication(new SignedInAuthentication(new SignedIn(person.get())));
        } else {
            session.invalidate();
        }
        return context;
    }

    private Optional<Person> person(HttpSession session) {
        if (!(session.getAttribute(PERSON) instanceof String id)
                || !(session.getAttribute(EPOCH) instanceof Integer epoch)
                || !(session.getAttribute(BEGAN) instanceof Long began)) {
            return Optional.empty();
        }
        var age = Duration.ofMillis(session.getLastAccessedTime() - began);
        return people.ofSession(PersonId.of(id), epoch)
                .filter(person -> isYoung(age, person.isStaff()));
    }

    /// Whether a session of this age may go on, however busy it is.
    static boolean isYoung(Duration age, boolean staff) {
        return age.compareTo(staff ? STAFF_LASTS : MEMBERS_LAST) < 0;
    }
}
