package org.passerelle.backoffice.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Address;
import org.passerelle.ui.Form;
import org.passerelle.verification.CaseState;
import org.passerelle.verification.CaseView;
import org.passerelle.verification.QueuedCase;
import org.passerelle.verification.Reviewer;

/// Which cases of the queue are shown, as the address bar says it (VER-05). Unknown values show
/// everything.
///
/// @param assignee `mine`, `nobody`, a reviewer's name, or empty
public record QueueFilter(
        View view, String status, String assignee, String form, String kind, String text) {

    /// The tabs.
    enum View {
        ALL,
        MINE,
        LATE,
        TODAY,
        WAITING,
        NOBODY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The reader and the moment a filter is used at.
    record At(PersonId me, Instant now, ZoneId zone) {}

    static QueueFilter of(Form form) {
        var view =
                Stream.of(View.values())
                        .filter(one -> one.code().equals(form.value("view")))
                        .findFirst()
                        .orElse(View.ALL);
        return new QueueFilter(
                view,
                form.value("status"),
                form.value("assignee"),
                form.value("form"),
                form.value("kind"),
                form.trimmed("q"));
    }

    /// What the case itself tells.
    boolean shows(CaseView one, At at) {
        var reviewer = one.reviewer().map(Reviewer::name).orElse("");
        return in(view, one, at)
                && (status.isEmpty() || one.state().name().equals(status))
                && (assignee.isEmpty() || reviewer.equals(assignee))
                && (kind.isEmpty() || one.kind().name().equals(kind));
    }

    /// Whether it also matters whom the case is about.
    boolean asksWho() {
        return !form.isEmpty() || !text.isEmpty();
    }

    boolean fits(QueuedCase one) {
        var declared = one.organisation().profile().form().orElse("");
        return (form.isEmpty() || declared.equals(form)) && mentions(one);
    }

    static boolean in(View view, CaseView one, At at) {
        return switch (view) {
            case ALL -> true;
            case MINE -> one.reviewer().filter(r -> r.id().equals(at.me())).isPresent();
            case LATE -> one.isOverdue(at.now());
            case TODAY -> isDueToday(one, at);
            case WAITING -> one.state() == CaseState.INFORMATION_REQUESTED;
            case NOBODY -> one.reviewer().isEmpty();
        };
    }

    private static boolean isDueToday(CaseView one, At at) {
        var today = LocalDate.ofInstant(at.now(), at.zone());
        return !one.isOverdue(at.now())
                && one.due()
                        .map(end -> LocalDate.ofInstant(end.minusNanos(1), at.zone()))
                        .filter(today::equals)
                        .isPresent();
    }

    /// In name, town, number of the case or a legal number; case and accents as typed.
    private boolean mentions(QueuedCase one) {
        if (text.isEmpty()) {
            return true;
        }
        var profile = one.organisation().profile();
        var wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(
                        Stream.of(
                                profile.legalName(),
                                profile.address().map(Address::town).orElse(""),
                                String.valueOf(one.view().number())),
                        profile.otherNames().stream(),
                        profile.identifiers().values().stream())
                .flatMap(texts -> texts)
                .anyMatch(found -> found.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
