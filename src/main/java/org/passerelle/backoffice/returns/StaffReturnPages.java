package org.passerelle.backoffice.returns;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.backoffice.Paging;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.ordering.Ordering;
import org.passerelle.organisation.Organisations;
import org.passerelle.returns.RefundWords;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnNumber;
import org.passerelle.returns.ReturnOutcome;
import org.passerelle.returns.ReturnState.Code;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.ReturnState.SendBack;
import org.passerelle.returns.Returns;
import org.passerelle.returns.Returns.Inspection;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Notice;
import org.passerelle.ui.SafeDownload;
import org.passerelle.ui.Submission;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// Returns for the office: decided, received, opened, settled (ORD-09).
@Controller
@PreAuthorize("hasAnyRole('FINANCE', 'PROGRAMME_MANAGER', 'SUPPORT', 'ADMINISTRATOR')")
class StaffReturnPages {
    static final String PATH = "/staff/returns";

    /// Begins the names of the fields for accepted units; the line's position follows.
    static final String ACCEPTED = "accepted-";

    private static final String RESTOCKED = "restocked-";
    private static final String KEY = "returns.staff.";
    private static final String ACTS =
            "hasAnyRole('PROGRAMME_MANAGER', 'SUPPORT', 'ADMINISTRATOR')";

    private final Returns returns;
    private final Ordering ordering;
    private final Organisations organisations;
    private final Documents documents;
    private final StaffReturnViews views;

    StaffReturnPages(
            Returns returns,
            Ordering ordering,
            Organisations organisations,
            Documents documents,
            StaffReturnViews views) {
        this.returns = returns;
        this.ordering = ordering;
        this.organisations = organisations;
        this.documents = documents;
        this.views = views;
    }

    static String path(ReturnNumber number) {
        return PATH + "/" + number;
    }

    /// What waits for the office, what waits for a parcel, what is over.
    private enum View {
        OPEN(EnumSet.of(Code.ANNOUNCED, Code.RECEIVED)),
        PARCELS(EnumSet.of(Code.ACCEPTED)),
        ENDED(EnumSet.of(Code.SETTLED, Code.REFUSED, Code.REJECTED, Code.LAPSED, Code.WITHDRAWN));

        private final Set<Code> states;

        View(Set<Code> states) {
            this.states = states;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping(PATH)
    String list(Form form, Frame frame, Model model) {
        var office = StaffOffice.of(frame);
        var view =
                Stream.of(View.values())
                        .filter(one -> one.code().equals(form.value("view")))
                        .findFirst()
                        .orElse(View.OPEN);
        var counts = returns.countByState(office);
        var paging = Paging.of(form);
        var found = returns.search(office, view.states, paging.from(), paging.size());
        var names = organisations.names(found.stream().map(Return::organisation).toList());
        var total = count(counts, view);
        model.addAttribute(
                "page",
                new StaffReturnsPage(
                        Stream.of(View.values())
                                .map(tab ->
                                        new StaffReturnsPage.Tab(
                                                frame.word(KEY + "view." + tab.code()),
                                                PATH + "?view=" + tab.code(),
                                                count(counts, tab),
                                                tab == view))
                                .toList(),
                        found.stream()
                                .map(one ->
                                        row(
                                                one,
                                                names.getOrDefault(
                                                        one.organisation(),
                                                        one.organisation().toString()),
                                                frame))
                                .toList(),
                        frame.word(KEY + "found", total),
                        paging.pager(frame, total)));
        return "backoffice/returns/returns";
    }

    private static int count(Map<Code, Integer> counts, View view) {
        return view.states.stream().mapToInt(state -> counts.getOrDefault(state, 0)).sum();
    }

    private StaffReturnsPage.Row row(Return asked, String organisation, Frame frame) {
        var code = asked.state().code();
        return new StaffReturnsPage.Row(
                asked.number().toString(),
                path(asked.number()),
                organisation,
                "/staff/organisations/" + asked.organisation(),
                ordering.order(asked.number().order())
                        .map(order -> StaffReturnViews.what(order, asked))
                        .orElse(""),
                RefundWords.tone(code),
                new RefundWords(frame.words()).state(code),
                StaffReturnViews.day(asked.state().since(), frame));
    }

    @GetMapping(PATH + "/{number}")
    String one(
            @PathVariable String number,
            @AuthenticationPrincipal SignedIn who,
            Frame frame,
            Model model) {
        var asked = found(number, who, frame);
        model.addAttribute(
                "page", views.page(asked, mayAct(who), Form.empty(), FormErrors.none(), frame));
        return "backoffice/returns/one";
    }

    private static boolean mayAct(SignedIn who) {
        return Stream.of(Role.PROGRAMME_MANAGER, Role.SUPPORT, Role.ADMINISTRATOR)
                .anyMatch(who::has);
    }

    @GetMapping(PATH + "/{number}/documents/{id}")
    ResponseEntity<Resource> photo(
            @PathVariable String number,
            @PathVariable DocumentId id,
            @AuthenticationPrincipal SignedIn who,
            Frame frame) {
        var asked = found(number, who, frame);
        return SafeDownload.of(documents.open(id).filter(_ -> asked.documents().contains(id)));
    }

    @PostMapping(PATH + "/{number}/accept")
    @PreAuthorize(ACTS)
    String accept(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var asked = found(number, who, sent.frame());
        var by = day(sent.form().trimmed("by"));
        if (asked.inParcel() && by.isEmpty()) {
            return again(asked, FormErrors.none().with("by", KEY + "fault.day.none"), who, sent);
        }
        return told(
                asked,
                returns.accept(
                        who.actor(),
                        asked.number(),
                        remedy(sent.form()),
                        new SendBack(sent.form().trimmed("address"), by.orElse(LocalDate.EPOCH))),
                "by",
                "",
                who,
                sent);
    }

    @PostMapping(PATH + "/{number}/refuse")
    @PreAuthorize(ACTS)
    String refuse(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var asked = found(number, who, sent.frame());
        var reason = sent.form().trimmed("reason");
        return told(
                asked,
                returns.refuse(who.actor(), asked.number(), reason),
                "",
                "reason",
                who,
                sent);
    }

    @PostMapping(PATH + "/{number}/received")
    @PreAuthorize(ACTS)
    String received(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var asked = found(number, who, sent.frame());
        var on = day(sent.form().trimmed("on"));
        return on.isEmpty()
                ? again(asked, FormErrors.none().with("on", KEY + "fault.day.none"), who, sent)
                : told(
                        asked,
                        returns.received(who.actor(), asked.number(), on.get()),
                        "on",
                        "",
                        who,
                        sent);
    }

    @PostMapping(PATH + "/{number}/inspect")
    @PreAuthorize(ACTS)
    String inspect(
            @PathVariable String number, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var asked = found(number, who, sent.frame());
        var found = new ArrayList<Inspection>();
        var errors = FormErrors.none();
        for (var line : asked.lines()) {
            var accepted = units(sent.form().trimmed(ACCEPTED + line.position()), line.units());
            var restocked = units(sent.form().trimmed(RESTOCKED + line.position()), line.units());
            errors =
                    errors.withIf(
                                    accepted.isEmpty(),
                                    ACCEPTED + line.position(),
                                    KEY + "fault.many",
                                    line.units())
                            .withIf(
                                    restocked.isEmpty(),
                                    RESTOCKED + line.position(),
                                    KEY + "fault.many",
                                    line.units());
            found.add(new Inspection(line.position(), accepted.orElse(0L), restocked.orElse(0L)));
        }
        return errors.any()
                ? again(asked, errors, who, sent)
                : told(
                        asked,
                        returns.inspect(
                                who.actor(),
                                asked.number(),
                                found,
                                remedy(sent.form()),
                                sent.form().trimmed("why")),
                        "",
                        "why",
                        who,
                        sent);
    }

    /// A number from zero to `most`; nothing typed is zero.
    private static Optional<Long> units(String typed, long most) {
        if (typed.isEmpty()) {
            return Optional.of(0L);
        }
        return Optional.of(typed)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .filter(units -> units <= most);
    }

    private static Remedy remedy(Form form) {
        return form.value("remedy").equals(Remedy.REPLACEMENT.word())
                ? Remedy.REPLACEMENT
                : Remedy.MONEY;
    }

    private String told(
            Return asked,
            ReturnOutcome outcome,
            String dayField,
            String reasonField,
            SignedIn who,
            Submission sent) {
        var none = FormErrors.none();
        return switch (outcome) {
            case ReturnOutcome.Done _ -> sent.done(path(asked.number()), KEY + "done");
            case ReturnOutcome.NotNow(var state) ->
                    sent.lead(
                            path(asked.number()),
                            Notice.warn(
                                    sent.frame()
                                            .word(
                                                    KEY + "fault.not-now",
                                                    new RefundWords(sent.frame().words())
                                                            .state(state))));
            case ReturnOutcome.ReasonMissing _ ->
                    again(asked, none.with(reasonField, KEY + "fault.reason"), who, sent);
            case ReturnOutcome.AddressMissing _ ->
                    again(asked, none.with("address", KEY + "fault.address"), who, sent);
            case ReturnOutcome.DayOutOfRange(var earliest, var latest) ->
                    again(
                            asked,
                            none.with(dayField, KEY + "fault.day", earliest, latest),
                            who,
                            sent);
            case ReturnOutcome.TooMany(var line, var most) ->
                    again(asked, none.with(RESTOCKED + line, KEY + "fault.many", most), who, sent);
            case ReturnOutcome.NoReplacement _ ->
                    again(asked, none.with("remedy", KEY + "fault.replacement"), who, sent);
        };
    }

    private String again(Return asked, FormErrors errors, SignedIn who, Submission sent) {
        sent.refuse();
        sent.model()
                .addAttribute(
                        "page", views.page(asked, mayAct(who), sent.form(), errors, sent.frame()));
        return "backoffice/returns/one";
    }

    /// The return of that number; where several of the reader's offices gave it, the one of the
    /// office chosen.
    private Return found(String number, SignedIn who, Frame frame) {
        var chosen = StaffOffice.of(frame);
        return returns.numbered(number).stream()
                .filter(one -> who.worksFor(one.number().order().office()))
                .min(Comparator.comparing(one -> !one.number().order().office().equals(chosen)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
