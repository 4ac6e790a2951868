package org.passerelle.portal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.Document;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.model.Office;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Documents that come with a form. Those taken in stay while the form is corrected: the page
/// carries their ids, and only who uploaded them can hand them in.
@Component
public class Uploads {
    /// The field of the files, and that of the ids of those taken in before.
    public static final String FILE = "file";

    public static final String DOCUMENT = "document";

    private static final long MEGA = 1024 * 1024;

    private final Documents documents;

    Uploads(Documents documents) {
        this.documents = documents;
    }

    /// What a form brought: all documents that are there now, and what was not taken.
    public record Brought(List<Document> documents, FormErrors errors) {
        public List<DocumentId> ids() {
            return documents.stream().map(Document::id).toList();
        }
    }

    /// @param by empty for a visitor without an account
    public Brought take(
            Optional<PersonId> by, Form form, List<MultipartFile> files, Office.Documents bounds)
            throws IOException {
        var ids = new LinkedHashSet<DocumentId>();
        for (var earlier : form.all(DOCUMENT)) {
            ids.add(DocumentId.of(earlier));
        }
        var errors = FormErrors.none();
        for (var file : files) {
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            if (file.isEmpty() && name.isEmpty()) {
                continue; // a file field left alone
            }
            if (ids.size() >= bounds.mostFiles()) {
                errors = errors.with(FILE, "verification.attach.many", name, bounds.mostFiles());
                continue;
            }
            try (var content = file.getInputStream()) {
                var outcome = documents.take(by, name, content, bounds.largestMegabytes());
                if (outcome instanceof TakeOutcome.Taken(var document)) {
                    ids.add(document.id());
                }
                errors = add(errors, outcome, name);
            }
        }
        return new Brought(new ArrayList<>(documents.all(ids)), errors);
    }

    /// What is said of a file whose content is of a type that is not taken.
    public static String notTaken(String found) {
        return "verification.attach.type"
                + switch (found) {
                    case "text/html", "application/xhtml+xml" -> ".page";
                    case "image/svg+xml" -> ".drawing";
                    case "application/x-msdownload", "application/x-dosexec" -> ".program";
                    default -> "";
                };
    }

    private static FormErrors add(FormErrors errors, TakeOutcome outcome, String name) {
        return switch (outcome) {
            case TakeOutcome.Taken _ -> errors;
            case TakeOutcome.Empty _ -> errors.with(FILE, "verification.attach.empty", name);
            case TakeOutcome.TooLarge(var bytes) ->
                    errors.with(FILE, "verification.attach.large", name, bytes / MEGA);
            case TakeOutcome.TypeNotTaken(var found) ->
                    errors.with(FILE, notTaken(found), name, found);
            case TakeOutcome.Infected(var threat) ->
                    errors.with(FILE, "verification.attach.infected", name, threat);
        };
    }
}
