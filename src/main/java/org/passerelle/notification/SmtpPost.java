package org.passerelle.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/// Hands letters to a mail server: text and HTML, in that order of preference from low to high.
final class SmtpPost implements Post {
    private final JavaMailSender server;
    private final String from;
    private final String domain;
    private final LeaveAddress leave;
    private final Supplier<List<Enclosures>> enclosures;

    /// @param from the address letters come from, perhaps with a name
    SmtpPost(
            JavaMailSender server,
            String from,
            LeaveAddress leave,
            Supplier<List<Enclosures>> enclosures) {
        this.server = server;
        this.leave = leave;
        this.enclosures = enclosures;
        this.from = from;
        var at = from.lastIndexOf('@');
        this.domain = from.substring(at + 1).replaceAll("[>\\s]", "");
    }

    @Override
    public boolean leavesTheHouse() {
        return true;
    }

    @Override
    public void deliver(SentLetter letter) {
        MimeMessage message;
        try {
            message = message(letter);
        } catch (MessagingException e) {
            throw new Refused(e);
        }
        try {
            server.send(message);
        } catch (MailSendException e) {
            // Spring lists what failed for each message; nothing in the list means no connection.
            throw e.getFailedMessages().isEmpty() ? new Unreachable(e) : refused(e);
        } catch (RuntimeException e) {
            throw new Unreachable(e);
        }
    }

    private static RuntimeException refused(MailSendException failure) {
        var first = failure.getFailedMessages().values().iterator().next();
        return new Refused(first);
    }

    private MimeMessage message(SentLetter letter) throws MessagingException {
        var message = server.createMimeMessage();
        message.setFrom(new InternetAddress(from));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.writtenAt()));
        message.setHeader("Content-Language", letter.language().code());
        message.setHeader("Auto-Submitted", "auto-generated");
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(letter.text(), "plain"));
        parts.addBodyPart(html(LetterPictures.of(letter.html())));
        message.setContent(withEnclosures(letter, parts));
        nameTheWayOut(letter, message);
        message.saveChanges();
        // Always the same for a letter: should it ever leave twice, mail programs can tell.
        message.setHeader("Message-ID", "<" + letter.id().value() + "@" + domain + ">");
        return message;
    }

    /// What is said comes first, files after it.
    private MimeMultipart withEnclosures(SentLetter letter, MimeMultipart said)
            throws MessagingException {
        var files =
                letter.about().stream()
                        .flatMap(thing ->
                                enclosures.get().stream().flatMap(all -> all.with(thing).stream()))
                        .toList();
        if (files.isEmpty()) {
            return said;
        }
        var words = new MimeBodyPart();
        words.setContent(said);
        var all = new MimeMultipart("mixed");
        all.addBodyPart(words);
        for (var file : files) {
            var part = new MimeBodyPart();
            part.setDataHandler(
                    new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
            part.setFileName(file.name());
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    /// Mail programs show a button for it and press it without opening a page (RFC 8058).
    private void nameTheWayOut(SentLetter letter, MimeMessage message) throws MessagingException {
        if (letter.mailing().isPresent() && letter.person().isPresent()) {
            var address = leave.of(letter.person().get(), letter.mailing().get());
            message.setHeader("List-Unsubscribe", "<" + address + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static MimeBodyPart html(LetterPictures letter) throws MessagingException {
        var html = part(letter.html(), "html");
        if (letter.pictures().isEmpty()) {
            return html;
        }
        var together = new MimeMultipart("related");
        together.addBodyPart(html);
        for (var picture : letter.pictures()) {
            together.addBodyPart(picture(picture, together.getCount()));
        }
        var part = new MimeBodyPart();
        part.setContent(together);
        return part;
    }

    private static MimeBodyPart picture(byte[] png, int place) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(png, "image/png")));
        part.setContentID("<" + LetterPictures.name(place) + ">");
        part.setDisposition(MimeBodyPart.INLINE);
        return part;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }
}
