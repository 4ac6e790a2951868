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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.passerelle.identity.AccountOutcome;
import org.passerelle.identity.OwnAccount;
import org.passerelle.identity.PersonalFile;
import org.passerelle.identity.SignedIn;
import org.passerelle.privacy.PersonalData.Section;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Submission;
import org.passerelle.words.Words;
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
    private final TemplateEngine templates;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    DataPages(PersonalFile file, OwnAccount account, TemplateEngine templates) {
        this.file = file;
        this.account = account;
        this.templates = templates;
    }

    /// @param due the day of the erasure asked for
    /// @param hindrances words for what is in the way
    /// @param kept why something stays
    public record DataPage(
            Optional<String> due, List<String> hindrances, List<String> kept, FormErrors errors) {}

    @GetMapping("/account/data")
    String data(@AuthenticationPrincipal SignedIn who, Frame frame, Model model) {
        return show(who, FormErrors.none(), frame, model);
    }

    private String show(SignedIn who, FormErrors errors, Frame frame, Model model) {
        var due =
                file.erasureDue(who.id())
                        .map(at -> frame.words().date(at.atZone(frame.zone()).toLocalDate()));
        var hindrances = file.hindrances(who.id()).stream().map(frame::word).toList();
        var kept = List.of("tax", "trail", "decisions", "organisation", "allotment");
        model.addAttribute(
                "page",
                new DataPage(
                        due,
                        hindrances,
                        kept.stream().map(one -> frame.word("data.kept." + one)).toList(),
                        errors));
        return "portal/identity/data";
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
            put(zip, "data.html", html(sections, frame.words()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header("Content-Disposition", "attachment; filename=\"passerelle-data.zip\"")
                .header("Cache-Control", "no-store")
                .body(bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// A page that stands alone: it is read without the site.
    private String html(List<Section> sections, Words words) {
        var page = new StringOutput();
        templates.render(
                "portal/identity/export.jte", Map.of("words", words, "sections", sections), page);
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
