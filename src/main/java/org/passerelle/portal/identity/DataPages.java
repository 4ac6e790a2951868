package org.passerelle.portal.identity;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.passerelle.identity.AccountOutcome;
import org.passerelle.identity.OwnAccount;
import org.passerelle.identity.People;
import org.passerelle.identity.PersonalFile;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Membership;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.PackNames;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Pack;
import org.passerelle.privacy.PersonalData.Section;
import org.passerelle.trail.AuditWords;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Submission;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All that is held about a person: to take along, and to be forgotten (ACC-09).
@Controller
public class DataPages {
    private final PersonalFile file;
    private final OwnAccount account;
    private final Organisations organisations;
    private final People people;
    private final Packs packs;
    private final TemplateEngine templates;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    DataPages(
            PersonalFile file,
            OwnAccount account,
            Organisations organisations,
            People people,
            Packs packs,
            TemplateEngine templates) {
        this.file = file;
        this.account = account;
        this.organisations = organisations;
        this.people = people;
        this.packs = packs;
        this.templates = templates;
    }

    /// @param due the day of the erasure asked for
    /// @param hindrances words for what is in the way
    /// @param kept why something stays
    /// @param laws how long the law of each office has orders kept
    public record DataPage(
            Optional<String> due,
            List<String> hindrances,
            List<Law> laws,
            List<String> kept,
            FormErrors errors) {}

    /// @param text what is kept, and for how many years
    /// @param detail from when that counts, and which law it is, in the words of the office
    public record Law(String text, String detail) {}

    @GetMapping("/account/data")
    String data(@AuthenticationPrincipal SignedIn who, Frame frame, Model model) {
        return show(who, FormErrors.none(), frame, model);
    }

    private String show(SignedIn who, FormErrors errors, Frame frame, Model model) {
        var due =
                file.erasureDue(who.id())
                        .map(at -> frame.words().date(at.atZone(frame.zone()).toLocalDate()));
        var hindrances = file.hindrances(who.id()).stream().map(frame::word).toList();
        var kept = List.of("trail", "decisions", "organisation", "allotment");
        model.addAttribute(
                "page",
                new DataPage(
                        due,
                        hindrances,
                        laws(who, frame),
                        kept.stream().map(one -> frame.word("data.kept." + one)).toList(),
                        errors));
        return "portal/identity/data";
    }

    /// Of the offices the person's organisations are with; of the page's office for a person of
    /// none yet.
    private List<Law> laws(SignedIn who, Frame frame) {
        var theirs =
                organisations.organisationsOf(who.id()).stream()
                        .map(membership -> organisations.get(membership.organisation()).office())
                        .distinct()
                        .toList();
        var offices = theirs.isEmpty() ? List.of(OfficeId.of(frame.office().id())) : theirs;
        return offices.stream().map(packs::get).map(pack -> law(pack, frame)).distinct().toList();
    }

    private static Law law(Pack pack, Frame frame) {
        var records = pack.office().records();
        var language = frame.language();
        return new Law(
                frame.word("data.kept.tax", records.kept().getYears()),
                records.since().in(language) + " (" + records.law().in(language) + ")");
    }

    /// One file for machines, one for reading, both with everything.
    @PostMapping("/account/data/export")
    ResponseEntity<byte[]> export(@AuthenticationPrincipal SignedIn who, Frame frame)
            throws IOException {
        var sections = file.export(who);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var all = new LinkedHashMap<String, Object>();
            sections.forEach(section -> all.put(section.table(), section.rows()));
            put(zip, "data.json", json.writeValueAsString(all));
            put(zip, "data.html", html(exportWords(who, frame), sections));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header("Content-Disposition", "attachment; filename=\"passerelle-data.zip\"")
                .header("Cache-Control", "no-store")
                .body(bytes.toByteArray());
    }

    /// Names as the person's offices give them, before those of others. Organisations that are not
    /// theirs, such as one they asked to join, are named to staff alone.
    private ExportWords exportWords(SignedIn who, Frame frame) {
        var theirs =
                organisations.organisationsOf(who.id()).stream()
                        .map(Membership::organisation)
                        .toList();
        var ids = theirs.stream().map(OrganisationId::toString).collect(Collectors.toSet());
        var offices = theirs.stream().map(id -> organisations.get(id).office());
        var likeliest =
                Stream.concat(offices, Stream.of(OfficeId.of(frame.office().id()))).map(packs::get);
        var names =
                new PackNames(
                        Stream.concat(likeliest, packs.installed().stream()).distinct().toList(),
                        frame.language());
        var trail = new AuditWords(frame.words(), organisations, people, packs);
        var isOnDuty = who.person().roles().size() > 1;
        return new ExportWords(
                frame.words(),
                frame.zone(),
                names,
                row ->
                        trail.told(
                                row.getOrDefault("action", ""),
                                row.getOrDefault("subject_type", ""),
                                row.getOrDefault("subject_id", ""),
                                row.getOrDefault("detail", ""),
                                id -> isOnDuty || ids.contains(id)));
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// A page that stands alone: it is read without the site.
    private String html(ExportWords words, List<Section> sections) {
        var page = new StringOutput();
        templates.render(
                "portal/identity/export.jte",
                Map.of("words", words.words(), "chapters", words.chapters(sections)),
                page);
        return page.toString();
    }

    @PostMapping("/account/data/erase")
    String erase(@AuthenticationPrincipal SignedIn who, Submission sent) {
        return switch (account.prove(who, sent.form().value("password"))) {
            case AccountOutcome.Changed _ ->
                    file.askErasure(who).isEmpty()
                            ? sent.done("/account/data", "data.erase.asked")
                            : "redirect:/account/data";
            case AccountOutcome.Refused _ -> {
                sent.refuse();
                var errors =
                        FormErrors.none().with("password", "identity.fault.current-password-wrong");
                yield show(who, errors, sent.frame(), sent.model());
            }
            case AccountOutcome.TooManyTries(var wait) -> WaitPage.show(wait, sent);
        };
    }

    @PostMapping("/account/data/keep")
    String keep(@AuthenticationPrincipal SignedIn who, Submission sent) {
        file.cancelErasure(who);
        return sent.done("/account/data", "data.erase.cancelled");
    }
}
