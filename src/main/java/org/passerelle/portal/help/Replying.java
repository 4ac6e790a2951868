package org.passerelle.portal.help;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.document.DocumentId;
import org.passerelle.help.HelpRequest;
import org.passerelle.kernel.PersonId;
import org.passerelle.pack.Packs;
import org.passerelle.portal.Uploads;
import org.passerelle.portal.help.RequestPage.Reply;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Notice;
import org.passerelle.ui.Submission;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Takes what somebody writes to their request, with files by the rules of the request's form
/// (HLP-02). What is not taken comes back whole.
@Component
class Replying {
    private final Packs packs;
    private final Uploads uploads;

    Replying(Packs packs, Uploads uploads) {
        this.packs = packs;
        this.uploads = uploads;
    }

    /// Keeps a reply; false when the request is closed.
    interface Keep {
        boolean reply(String text, List<DocumentId> documents);
    }

    /// Answers what was not taken; empty when the reply was kept or the request is closed, which
    /// the next page says.
    ///
    /// @param by empty for a visitor
    Optional<Reply> take(
            HelpRequest asked,
            Optional<PersonId> by,
            @Nullable List<MultipartFile> files,
            Submission sent,
            Keep keep)
            throws IOException {
        var form = sent.form();
        var bounds = packs.get(asked.office()).office().documents();
        var given = files == null ? List.<MultipartFile>of() : files;
        var brought = uploads.take(by, form, given, bounds);
        var errors =
                FormErrors.none()
                        .withIf(
                                form.trimmed(Reply.TEXT).isEmpty(),
                                Reply.TEXT,
                                "help.reply.missing")
                        .and(brought.errors());
        if (errors.any() && asked.state() != HelpRequest.State.CLOSED) {
            sent.refuse();
            return Optional.of(new Reply(form, errors, brought.documents()));
        }
        var kept = keep.reply(form.trimmed(Reply.TEXT), brought.ids());
        var words = sent.frame().words();
        var notice =
                kept
                        ? Notice.ok(words.get("help.replied"))
                        : Notice.warn(words.get("help.not-replied"));
        notice.showAfter(sent.redirect());
        return Optional.empty();
    }
}
