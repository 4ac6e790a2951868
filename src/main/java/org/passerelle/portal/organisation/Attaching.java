package org.passerelle.portal.organisation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.portal.Uploads;
import org.passerelle.ui.FormErrors;
import org.passerelle.verification.AttachOutcome;
import org.passerelle.verification.NewDocument;
import org.passerelle.verification.Verification;
import org.springframework.web.multipart.MultipartFile;

/// Hands uploaded files to verification, and says what was not taken and why.
record Attaching(Verification verification, Actor actor, OrganisationId organisation) {
    private static final long MEGA = 1024 * 1024;

    /// Takes those that can be taken; errors are for the field `file`.
    FormErrors all(String kind, List<MultipartFile> files) throws IOException {
        var errors = FormErrors.none();
        var given = given(files);
        if (given.isEmpty()) {
            return errors.with("file", "verification.attach.none");
        }
        for (var file : given) {
            var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            try (var content = file.getInputStream()) {
                var outcome = verification.attach(actor, organisation, kind, name, content);
                errors = add(errors, outcome, name);
            }
        }
        return errors;
    }

    /// The files chosen in a post that may have none.
    static List<MultipartFile> given(@Nullable List<MultipartFile> files) {
        return files == null ? List.of() : files.stream().filter(file -> !isBlank(file)).toList();
    }

    /// The files of a post, not yet handed to anybody.
    static List<NewDocument> documents(List<MultipartFile> files) throws IOException {
        var documents = new ArrayList<NewDocument>();
        for (var file : files) {
            if (!isBlank(file)) {
                var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                documents.add(new NewDocument(name, file.getInputStream()));
            }
        }
        return documents;
    }

    /// A file field left alone is posted with neither name nor bytes.
    private static boolean isBlank(MultipartFile file) {
        return file.isEmpty()
                && (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty());
    }

    static FormErrors add(FormErrors errors, AttachOutcome outcome, String name) {
        return switch (outcome) {
            case AttachOutcome.Attached _ -> errors;
            case AttachOutcome.Empty _ -> errors.with("file", "verification.attach.empty", name);
            case AttachOutcome.TooLarge(var bytes) ->
                    errors.with("file", "verification.attach.large", name, bytes / MEGA);
            case AttachOutcome.TooMany(var most) ->
                    errors.with("file", "verification.attach.many", name, most);
            case AttachOutcome.TypeNotTaken(var found) ->
                    errors.with("file", Uploads.notTaken(found), name, found);
            case AttachOutcome.Infected(var threat) ->
                    errors.with("file", "verification.attach.infected", name, threat);
            case AttachOutcome.NoOpenCase _ -> errors.with("file", "verification.attach.closed");
        };
    }
}
