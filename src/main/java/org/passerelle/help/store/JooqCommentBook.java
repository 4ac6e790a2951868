package org.passerelle.help.store;

import static org.passerelle.help.store.generated.Tables.COMMENT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.passerelle.help.Comment;
import org.passerelle.help.Comment.Decision;
import org.passerelle.help.Comment.State;
import org.passerelle.help.CommentId;
import org.passerelle.help.domain.CommentBook;
import org.passerelle.help.store.generated.tables.records.CommentRecord;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Signature;
import org.springframework.stereotype.Repository;

@Repository
class JooqCommentBook implements CommentBook {
    private static final int SHOWN_AT_ONCE = 200;

    private final DSLContext db;

    JooqCommentBook(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Comment comment) {
        db.insertInto(COMMENT).set(row(comment)).execute();
    }

    @Override
    public Optional<Comment> find(CommentId id) {
        return db.selectFrom(COMMENT)
                .where(COMMENT.ID.eq(id.value()))
                .fetchOptional(JooqCommentBook::comment);
    }

    @Override
    public Optional<Comment> lock(CommentId id) {
        return db.selectFrom(COMMENT)
                .where(COMMENT.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(JooqCommentBook::comment);
    }

    @Override
    public void save(Comment comment) {
        var row = row(comment);
        row.touched(true); // write nulls too: what the last decision filled, this one must clear
        db.update(COMMENT).set(row).where(COMMENT.ID.eq(comment.id().value())).execute();
    }

    @Override
    public List<Comment> shown(OfficeId office, String article) {
        return db.selectFrom(COMMENT)
                .where(
                        COMMENT.OFFICE.eq(office.value()),
                        COMMENT.ARTICLE.eq(article),
                        COMMENT.STATE.eq(code(State.SHOWN)))
                .orderBy(COMMENT.WRITTEN_AT, COMMENT.ID)
                .limit(SHOWN_AT_ONCE)
                .fetch(JooqCommentBook::comment);
    }

    @Override
    public List<Comment> waiting(OfficeId office, String article, PersonId author) {
        return db.selectFrom(COMMENT)
                .where(
                        COMMENT.OFFICE.eq(office.value()),
                        COMMENT.ARTICLE.eq(article),
                        COMMENT.PERSON.eq(author.value()),
                        COMMENT.STATE.eq(code(State.WAITING)))
                .orderBy(COMMENT.WRITTEN_AT, COMMENT.ID)
                .fetch(JooqCommentBook::comment);
    }

    @Override
    public List<Comment> list(OfficeId office, State state, int from, int limit) {
        return db.selectFrom(COMMENT)
                .where(COMMENT.OFFICE.eq(office.value()), COMMENT.STATE.eq(code(state)))
                .orderBy(COMMENT.DECIDED_AT.desc(), COMMENT.WRITTEN_AT, COMMENT.ID)
                .limit(limit)
                .offset(from)
                .fetch(JooqCommentBook::comment);
    }

    @Override
    public int count(OfficeId office, State state) {
        return db.fetchCount(
                COMMENT, COMMENT.OFFICE.eq(office.value()), COMMENT.STATE.eq(code(state)));
    }

    @Override
    public void lockAuthor(PersonId author) {
        db.select(
                        DSL.field(
                                "pg_advisory_xact_lock(hashtextextended({0}, 0))",
                                DSL.val(author.toString())))
                .fetch();
    }

    @Override
    public int waiting(PersonId author) {
        return db.fetchCount(
                COMMENT, COMMENT.PERSON.eq(author.value()), COMMENT.STATE.eq(code(State.WAITING)));
    }

    @Override
    public int writtenSince(PersonId author, Instant since) {
        return db.fetchCount(
                COMMENT,
                COMMENT.PERSON.eq(author.value()),
                COMMENT.WRITTEN_AT.ge(since.atOffset(ZoneOffset.UTC)));
    }

    private static String code(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static CommentRecord row(Comment comment) {
        var row = new CommentRecord();
        row.setId(comment.id().value());
        row.setOffice(comment.office().value());
        row.setArticle(comment.article());
        row.setPerson(comment.person().value());
        row.setAuthor(comment.author());
        row.setLanguage(comment.language().code());
        row.setBody(comment.text());
        row.setState(code(comment.state()));
        row.setWrittenAt(comment.writtenAt().atOffset(ZoneOffset.UTC));
        comment.decision()
                .ifPresent(made -> {
                    row.setDecidedAt(made.at().atOffset(ZoneOffset.UTC));
                    row.setDecidedBy(made.by().name());
                    row.setDecidedByPerson(made.by().personValue());
                    made.reason().ifPresent(row::setReason);
                });
        return row;
    }

    private static Comment comment(CommentRecord row) {
        return new Comment(
                new CommentId(row.getId()),
                OfficeId.of(row.getOffice()),
                row.getArticle(),
                new PersonId(row.getPerson()),
                row.getAuthor(),
                Language.of(row.getLanguage()).orElse(Language.FR),
                row.getBody(),
                row.getWrittenAt().toInstant(),
                Optional.ofNullable(row.getDecidedAt())
                        .map(OffsetDateTime::toInstant)
                        .map(at ->
                                new Decision(
                                        at,
                                        Signature.of(
                                                Objects.requireNonNull(row.getDecidedBy()),
                                                row.getDecidedByPerson()),
                                        Optional.ofNullable(row.getReason()))));
    }
}
