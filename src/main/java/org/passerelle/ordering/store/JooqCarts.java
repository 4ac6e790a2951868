package org.passerelle.ordering.store;

import static org.passerelle.ordering.store.generated.Tables.CART_ACCEPTANCE;
import static org.passerelle.ordering.store.generated.Tables.CART_ANSWER;
import static org.passerelle.ordering.store.generated.Tables.CART_LINE;
import static org.passerelle.ordering.store.generated.Tables.CART_PERSON;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.Cart;
import org.passerelle.ordering.domain.Carts;
import org.passerelle.ordering.store.generated.tables.records.CartAcceptanceRecord;
import org.passerelle.ordering.store.generated.tables.records.CartAnswerRecord;
import org.passerelle.ordering.store.generated.tables.records.CartPersonRecord;
import org.passerelle.pack.model.OfferId;
import org.springframework.stereotype.Repository;

@Repository
class JooqCarts implements Carts {
    private static final Cart.Person NOBODY = new Cart.Person("", "", Optional.empty());

    private final DSLContext db;

    JooqCarts(DSLContext db) {
        this.db = db;
    }

    @Override
    public Cart get(OrganisationId organisation) {
        var id = organisation.value();
        Map<String, Result<CartAnswerRecord>> answers =
                db.selectFrom(CART_ANSWER)
                        .where(CART_ANSWER.ORGANISATION.eq(id))
                        .orderBy(CART_ANSWER.QUESTION)
                        .fetchGroups(CART_ANSWER.OFFER);
        Map<String, Result<CartPersonRecord>> persons =
                db.selectFrom(CART_PERSON)
                        .where(CART_PERSON.ORGANISATION.eq(id))
                        .orderBy(CART_PERSON.POSITION)
                        .fetchGroups(CART_PERSON.OFFER);
        Map<String, Result<CartAcceptanceRecord>> accepted =
                db.selectFrom(CART_ACCEPTANCE)
                        .where(CART_ACCEPTANCE.ORGANISATION.eq(id))
                        .orderBy(CART_ACCEPTANCE.TEXT)
                        .fetchGroups(CART_ACCEPTANCE.OFFER);
        var lines = new ArrayList<Cart.Line>();
        for (var row :
                db.selectFrom(CART_LINE)
                        .where(CART_LINE.ORGANISATION.eq(id))
                        .orderBy(CART_LINE.ADDED_AT, CART_LINE.OFFER)
                        .fetch()) {
            lines.add(
                    new Cart.Line(
                            OfferId.of(row.getOffer()),
                            row.getQuantity(),
                            answers(answers.get(row.getOffer())),
                            persons(persons.get(row.getOffer())),
                            accepted(accepted.get(row.getOffer())),
                            row.getAddedAt().toInstant()));
        }
        return new Cart(organisation, List.copyOf(lines));
    }

    @Override
    public int size(OrganisationId organisation) {
        return db.fetchCount(CART_LINE, CART_LINE.ORGANISATION.eq(organisation.value()));
    }

    private static Map<String, String> answers(@Nullable Result<CartAnswerRecord> rows) {
        var answers = new LinkedHashMap<String, String>();
        if (rows != null) {
            rows.forEach(row -> answers.put(row.getQuestion(), row.getAnswer()));
        }
        return answers;
    }

    private static List<Cart.Person> persons(@Nullable Result<CartPersonRecord> rows) {
        return rows == null
                ? List.of()
                : rows.map(row ->
                        new Cart.Person(
                                row.getName(),
                                row.getEmail(),
                                Optional.ofNullable(row.getNewUser())));
    }

    private static Map<String, Cart.Acceptance> accepted(
            @Nullable Result<CartAcceptanceRecord> rows) {
        var accepted = new LinkedHashMap<String, Cart.Acceptance>();
        if (rows != null) {
            for (var row : rows) {
                accepted.put(
                        row.getText(),
                        new Cart.Acceptance(
                                row.getVersion(),
                                language(row.getLanguage()),
                                row.getAcceptedAt().toInstant(),
                                Signature.of(row.getAcceptedBy(), row.getAcceptedByPerson())));
            }
        }
        return accepted;
    }

    static Language language(String code) {
        return Language.of(code).orElse(Language.FR);
    }

    @Override
    public void put(OrganisationId organisation, OfferId offer, String quantity, Instant now) {
        db.insertInto(CART_LINE)
                .set(CART_LINE.ORGANISATION, organisation.value())
                .set(CART_LINE.OFFER, offer.value())
                .set(CART_LINE.QUANTITY, quantity)
                .set(CART_LINE.ADDED_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(CART_LINE.ORGANISATION, CART_LINE.OFFER)
                .doUpdate()
                .set(CART_LINE.QUANTITY, quantity)
                .execute();
    }

    @Override
    public void quantity(OrganisationId organisation, OfferId offer, String quantity) {
        db.update(CART_LINE)
                .set(CART_LINE.QUANTITY, quantity)
                .where(of(CART_LINE.ORGANISATION, CART_LINE.OFFER, organisation, offer))
                .execute();
    }

    @Override
    public void answers(OrganisationId organisation, OfferId offer, Map<String, String> answers) {
        if (!isThere(organisation, offer)) {
            return;
        }
        db.deleteFrom(CART_ANSWER)
                .where(
                        of(CART_ANSWER.ORGANISATION, CART_ANSWER.OFFER, organisation, offer)
                                .and(CART_ANSWER.QUESTION.in(answers.keySet())))
                .execute();
        answers.forEach((question, answer) ->
                db.insertInto(CART_ANSWER)
                        .set(CART_ANSWER.ORGANISATION, organisation.value())
                        .set(CART_ANSWER.OFFER, offer.value())
                        .set(CART_ANSWER.QUESTION, question)
                        .set(CART_ANSWER.ANSWER, answer)
                        .execute());
    }

    @Override
    public void persons(
            OrganisationId organisation, OfferId offer, Map<Integer, Cart.Person> persons) {
        if (!isThere(organisation, offer)) {
            return;
        }
        var line = of(CART_PERSON.ORGANISATION, CART_PERSON.OFFER, organisation, offer);
        db.deleteFrom(CART_PERSON)
                .where(line.and(CART_PERSON.POSITION.in(persons.keySet())))
                .execute();
        var others =
                db.select(CART_PERSON.POSITION)
                        .from(CART_PERSON)
                        .where(line)
                        .fetchSet(CART_PERSON.POSITION);
        var last = persons.keySet().stream().mapToInt(place -> place).max().orElse(0);
        for (var place = 1; place <= last; place++) {
            if (!others.contains(place)) {
                insert(organisation, offer, place, persons.getOrDefault(place, NOBODY));
            }
        }
    }

    private void insert(OrganisationId organisation, OfferId offer, int place, Cart.Person person) {
        db.insertInto(CART_PERSON)
                .set(CART_PERSON.ORGANISATION, organisation.value())
                .set(CART_PERSON.OFFER, offer.value())
                .set(CART_PERSON.POSITION, place)
                .set(CART_PERSON.NAME, person.name())
                .set(CART_PERSON.EMAIL, person.email())
                .set(CART_PERSON.NEW_USER, person.newUser().orElse(null))
                .execute();
    }

    @Override
    public void accept(
            OrganisationId organisation, OfferId offer, String text, Cart.Acceptance acceptance) {
        if (!isThere(organisation, offer)) {
            return;
        }
        withdrawAcceptance(organisation, offer, text);
        db.insertInto(CART_ACCEPTANCE)
                .set(CART_ACCEPTANCE.ORGANISATION, organisation.value())
                .set(CART_ACCEPTANCE.OFFER, offer.value())
                .set(CART_ACCEPTANCE.TEXT, text)
                .set(CART_ACCEPTANCE.VERSION, acceptance.version())
                .set(CART_ACCEPTANCE.LANGUAGE, acceptance.language().code())
                .set(CART_ACCEPTANCE.ACCEPTED_AT, acceptance.at().atOffset(ZoneOffset.UTC))
                .set(CART_ACCEPTANCE.ACCEPTED_BY, acceptance.by().name())
                .set(CART_ACCEPTANCE.ACCEPTED_BY_PERSON, acceptance.by().personValue())
                .execute();
    }

    @Override
    public void withdrawAcceptance(OrganisationId organisation, OfferId offer, String text) {
        db.deleteFrom(CART_ACCEPTANCE)
                .where(
                        of(CART_ACCEPTANCE.ORGANISATION, CART_ACCEPTANCE.OFFER, organisation, offer)
                                .and(CART_ACCEPTANCE.TEXT.eq(text)))
                .execute();
    }

    @Override
    public void remove(OrganisationId organisation, OfferId offer) {
        db.deleteFrom(CART_LINE)
                .where(of(CART_LINE.ORGANISATION, CART_LINE.OFFER, organisation, offer))
                .execute();
    }

    /// Holds the line, so that two pages changing it do so one after the other.
    private boolean isThere(OrganisationId organisation, OfferId offer) {
        return !db.selectFrom(CART_LINE)
                .where(of(CART_LINE.ORGANISATION, CART_LINE.OFFER, organisation, offer))
                .forUpdate()
                .fetch()
                .isEmpty();
    }

    private static Condition of(
            Field<java.util.UUID> organisationField,
            Field<String> offerField,
            OrganisationId organisation,
            OfferId offer) {
        return organisationField.eq(organisation.value()).and(offerField.eq(offer.value()));
    }
}
