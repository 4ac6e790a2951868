package org.passerelle.trail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.audit.AuditLine;
import org.passerelle.audit.AuditLine.ActorKind;
import org.passerelle.audit.AuditSubject;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.PackNames;
import org.passerelle.pack.Packs;
import org.passerelle.words.Words;

/// Says a line of the trail in a reader’s words. What nobody wrote words for keeps its code, so
/// that a line is never hidden.
public record AuditWords(Words words, Organisations organisations, People people, Packs packs) {
    private static final Pattern NAMED = Pattern.compile("\\b(per|org)_[0-9a-f-]{36}\\b");

    private static final Pattern STRANGE = Pattern.compile("\\borg_[0-9a-f-]{36}\\b");
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /// Of which programme a waiver is, from when to when, and what staff wrote.
    private static final Pattern WAIVER =
            Pattern.compile(
                    "(\\S+) from (\\d{4}-\\d\\d-\\d\\d) to (\\d{4}-\\d\\d-\\d\\d)(?:: (.*))?",
                    Pattern.DOTALL);

    public String action(AuditLine line) {
        return words.find("audit.action." + line.action()).orElse(line.action());
    }

    /// The product itself is said to be that: it acts where the agenda or a mail made it.
    public String actor(AuditLine line) {
        return line.actorKind() == ActorKind.PRODUCT
                ? words.actor(line.actorLabel())
                : line.actorLabel();
    }

    public String detail(AuditLine line) {
        var waiver = waiver(line);
        if (waiver.isPresent()) {
            return dates(waiver.get());
        }
        var said = new DetailWords(words, names(line)).of(line);
        var detail = NAMED.matcher(said).replaceAll(this::named);
        return detail.equals(organisation(line)) ? "" : detail;
    }

    private static Optional<MatchResult> waiver(AuditLine line) {
        return Optional.of(WAIVER.matcher(line.detail()))
                .filter(found -> line.subject().type().equals("waiver") && found.matches())
                .map(Matcher::toMatchResult);
    }

    private String dates(MatchResult waiver) {
        var written = waiver.group(4);
        return words.get(
                        "audit.detail.waiver",
                        LocalDate.parse(waiver.group(2)),
                        LocalDate.parse(waiver.group(3)))
                + (written == null ? "" : " · " + written);
    }

    /// A line as it is said to a person who may read it, without the codes and ids in it.
    ///
    /// @param about empty where only an id could say it
    public record Told(String action, String about, String detail) {}

    /// Says a line of which only these texts are at hand, to the person who acted.
    ///
    /// @param mayName which organisations, by id, that person may read the names of
    public Told told(
            String action, String type, String id, String detail, Predicate<String> mayName) {
        var subject = new AuditSubject(type, id);
        var line =
                new AuditLine(
                        0,
                        Instant.EPOCH,
                        ActorKind.MEMBER,
                        Optional.empty(),
                        "",
                        action,
                        subject,
                        Optional.empty(),
                        STRANGE.matcher(detail)
                                .replaceAll(found ->
                                        mayName.test(found.group()) ? found.group() : "–"));
        var hidden = type.equals("organisation") && !mayName.test(id);
        var about = hidden ? "" : subject(line);
        var told = detail(line);
        return new Told(
                action(line),
                about.equals(type + " " + id) || isId(about) ? "" : about,
                told.equals("–") ? "" : told);
    }

    private static boolean isId(String text) {
        return ID.matcher(text).find();
    }

    /// Names as the office of the organisation gives them, before those of other offices.
    private PackNames names(AuditLine line) {
        var theirs =
                line
                        .organisation()
                        .flatMap(organisations::find)
                        .map(one -> packs.get(one.office()))
                        .stream();
        return new PackNames(
                Stream.concat(theirs, packs.installed().stream()).distinct().toList(),
                words.language());
    }

    private String named(MatchResult found) {
        return Matcher.quoteReplacement(
                named(
                        new AuditSubject(
                                found.group(1).equals("per") ? "person" : "organisation",
                                found.group())));
    }

    public String subject(AuditLine line) {
        var subject = line.subject();
        if (subject.equals(AuditSubject.NOBODY)) {
            return words.get("audit.subject.nobody");
        }
        var name =
                waiver(line)
                        .map(found -> names(line).programme(found.group(1)).orElse(found.group(1)))
                        .orElseGet(() -> ofPack(subject, names(line)));
        return words.find("audit.subject." + subject.type(), name)
                .orElse(subject.type() + " " + subject.id());
    }

    /// Without the moment that fell due, or the name that a visitor gave.
    public String organisation(AuditLine line) {
        return line.organisation()
                .map(id -> organisations.find(id).map(Organisation::name).orElseGet(id::toString))
                .orElse("");
    }

    /// What packs name: an offer in stock, a question judged, an office whose rules they are.
    private String ofPack(AuditSubject subject, PackNames names) {
        var id = subject.id();
        return switch (subject.type()) {
            case "stock" -> {
                var goods = id.substring(id.indexOf('/') + 1);
                yield names.offer(goods).or(() -> names.pool(goods)).orElse(goods);
            }
            case "judgement" -> names.judgement(id).orElse(id);
            case "pack", "office" -> names.office(id).orElse(id);
            default -> named(subject);
        };
    }

    /// Names say more than ids, where there is one.
    private String named(AuditSubject subject) {
        try {
            return switch (subject.type()) {
                case "organisation" ->
                        organisations
                                .find(OrganisationId.of(subject.id()))
                                .map(Organisation::name)
                                .orElse(subject.id());
                case "person" ->
                        people.find(PersonId.of(subject.id()))
                                .map(Person::name)
                                .orElse(subject.id());
                case "order", "return" -> subject.id().substring(subject.id().indexOf('/') + 1);
                default -> subject.id();
            };
        } catch (IllegalArgumentException e) {
            return subject.id();
        }
    }
}
