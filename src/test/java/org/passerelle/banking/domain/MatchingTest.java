package org.passerelle.banking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.banking.Match;
import org.passerelle.banking.Match.Certain;
import org.passerelle.banking.Match.Suggestion;
import org.passerelle.banking.Match.Undecided;
import org.passerelle.banking.Movement;
import org.passerelle.banking.Movement.BankReferences;
import org.passerelle.banking.Movement.Counterparty;
import org.passerelle.banking.Owed;
import org.passerelle.banking.Sign;
import org.passerelle.banking.Sign.Kind;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.payment.Payable.State;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.StructuredCommunication;

@Requirement("PAY-02")
class MatchingTest {
    private static final String NONE = "Virement";

    private final Owed cafe = owed("10001", "Café des Amis ASBL", "44.46", State.AWAITING);
    private final Owed school = owed("10002", "École du Bois Joli asbl", "44.46", State.AWAITING);
    private final Owed river = owed("10003", "Amis de la Rivière", "120.00", State.AWAITING);
    private final Owed paid = owed("10004", "Jardins partagés", "30.00", State.SETTLED);
    private final Owed expired = owed("10005", "Théâtre du Coin", "60.00", State.WITHDRAWN);

    private static Owed owed(String number, String name, String amount, State state) {
        var money = Money.parse("EUR " + amount);
        return new Owed(
                new PayableRef("order", "an-office/" + number),
                OrganisationId.random(),
                name,
                state,
                money,
                state == State.AWAITING ? money : Money.parse("EUR 0.00"),
                StructuredCommunication.ofNumber(Long.parseLong(number) + 108_000_000).digits(),
                number);
    }

    private static Movement credit(String amount, String name, String text, String... references) {
        return new Movement(
                LocalDate.of(2026, 11, 3),
                Optional.empty(),
                Money.parse("EUR " + amount),
                new Counterparty(name, "BE68539007547034", ""),
                BankReferences.NONE,
                List.of(references),
                text,
                false,
                Optional.empty(),
                false,
                Optional.empty());
    }

    private Match match(Movement movement, OrganisationId... payers) {
        return Matching.of(movement, List.of(cafe, school, river, paid, expired), Set.of(payers));
    }

    private static String written(Owed owed) {
        return new StructuredCommunication(owed.communication()).toString();
    }

    private static void isCertain(Match match, Owed owed) {
        assertThat(match)
                .isInstanceOfSatisfying(
                        Certain.class,
                        certain -> assertThat(certain.suggestion().owed()).isEqualTo(owed));
    }

    private static Suggestion first(Match match) {
        assertThat(match).isInstanceOf(Undecided.class);
        return ((Undecided) match).suggestions().getFirst();
    }

    private static List<Sign> signs(Suggestion suggestion) {
        return suggestion.signs();
    }

    @Test
    void the_communication_in_its_own_field_is_enough_whoever_pays_how_much() {
        isCertain(match(credit("44.46", "Somebody", "", cafe.communication())), cafe);
        isCertain(match(credit("10.00", "Somebody", "", cafe.communication())), cafe);
        isCertain(match(credit("99.00", "Somebody", "", cafe.communication())), cafe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Paiement %s merci", "%s/PAYE", "REF:%s"})
    void the_communication_is_found_within_free_text(String text) {
        for (var form :
                List.of(
                        written(river),
                        written(river).replace('+', '*'),
                        written(river).replace("+++", ""),
                        written(river).replace('/', ' '),
                        river.communication())) {
            isCertain(match(credit("120.00", "x", text.formatted(form))), river);
        }
    }

    @Test
    void the_communication_is_found_as_end_to_end_id_and_as_creditor_reference() {
        var payment = credit("120.00", "x", "");
        var endToEnd =
                new Movement(
                        payment.bookedOn(),
                        payment.valuedOn(),
                        payment.amount(),
                        payment.counterparty(),
                        new BankReferences("", "", river.communication()),
                        List.of(),
                        "",
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty());

        isCertain(match(endToEnd), river);
        isCertain(match(credit("120.00", "x", "", "RF18" + river.communication())), river);
    }

    @Test
    void a_number_of_the_order_with_its_amount_is_certain_and_without_is_not() {
        isCertain(match(credit("120.00", "Trésorier", "commande 10003")), river);

        var other = first(match(credit("110.00", "Trésorier", "commande 10003")));
        assertThat(other.owed()).isEqualTo(river);
        assertThat(signs(other)).containsExactly(sign(Kind.NUMBER), sign(Kind.LESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amis de la Rivière", "AMIS DE LA RIVIERE ASBL", "riviere, amis de la"})
    void amount_and_name_are_certain_in_any_case_accent_order_and_legal_form(String name) {
        isCertain(match(credit("120.00", name, NONE)), river);
    }

    @Test
    void a_name_with_a_typo_is_suggested_and_not_decided() {
        var suggestion = first(match(credit("120.00", "Amis de la Rivirèe", NONE)));

        assertThat(suggestion.owed()).isEqualTo(river);
        assertThat(signs(suggestion))
                .containsExactly(sign(Kind.SAME_AMOUNT), new Sign(Kind.NAME_MISSPELT, 1));
    }

    @Test
    void the_account_that_paid_before_makes_an_unknown_name_certain() {
        isCertain(match(credit("120.00", "Dupont J.", NONE), river.organisation()), river);
        isCertain(match(credit("44.46", "Dupont J.", NONE), school.organisation()), school);
    }

    @Test
    void two_orders_of_one_amount_and_one_name_are_somebodys_to_tell_apart() {
        var again = owed("10006", "Amis de la Rivière", "120.00", State.AWAITING);

        var match =
                Matching.of(
                        credit("120.00", "Amis de la Rivière", NONE),
                        List.of(river, again),
                        Set.of());

        assertThat(((Undecided) match).suggestions())
                .extracting(Suggestion::owed)
                .containsExactly(river, again);
    }

    @Test
    void the_amount_alone_suggests_and_never_decides() {
        var match = (Undecided) match(credit("44.46", "Unbekannt", NONE));

        assertThat(match.suggestions()).extracting(Suggestion::owed).containsExactly(cafe, school);
        assertThat(match(credit("3.21", "Unbekannt", NONE))).isEqualTo(new Undecided(List.of()));
    }

    @Test
    void a_name_speaks_against_the_amount_only_where_another_number_stands_on_it() {
        var text = credit("44.46", "Café des Amis", "facture 10002");

        assertThat(match(text)).isInstanceOf(Undecided.class);
    }

    @Test
    void a_communication_with_a_wrong_digit_is_suggested_first() {
        var digits = river.communication();
        var wrong = (digits.charAt(8) == '9' ? '1' : (char) (digits.charAt(8) + 1));
        var typed = digits.substring(0, 8) + wrong + digits.substring(9);

        var suggestion = first(match(credit("120.00", "x", typed)));

        assertThat(suggestion.owed()).isEqualTo(river);
        assertThat(suggestion.signs()).contains(new Sign(Kind.COMMUNICATION_MISSPELT, 1));
    }

    @Test
    void a_communication_that_is_nobodys_here_keeps_amount_and_name_from_deciding() {
        var nobodys = StructuredCommunication.ofNumber(77).toString();

        assertThat(first(match(credit("120.00", "Amis de la Rivière", nobodys))).owed())
                .isEqualTo(river);
    }

    @Test
    void two_communications_on_one_payment_are_somebodys_to_share() {
        var both = written(cafe) + " " + written(river);

        assertThat(((Undecided) match(credit("164.46", "x", both))).suggestions())
                .extracting(Suggestion::owed)
                .contains(cafe, river);
    }

    @Test
    void money_for_what_is_paid_or_over_is_somebodys_to_decide_and_says_so() {
        var twice = first(match(credit("30.00", "Jardins partagés", "", paid.communication())));
        assertThat(twice.owed()).isEqualTo(paid);
        assertThat(twice.signs()).contains(sign(Kind.ALREADY_PAID));

        var late = first(match(credit("60.00", "Théâtre", "", expired.communication())));
        assertThat(late.owed()).isEqualTo(expired);
        assertThat(late.signs()).contains(sign(Kind.NO_LONGER_OWED));
    }

    @Test
    void another_currency_is_never_suggested() {
        var dollars = credit("44.46", "Café des Amis", "", cafe.communication());
        var movement =
                new Movement(
                        dollars.bookedOn(),
                        dollars.valuedOn(),
                        Money.parse("USD 44.46"),
                        dollars.counterparty(),
                        dollars.bank(),
                        dollars.references(),
                        dollars.text(),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty());

        assertThat(match(movement)).isEqualTo(new Undecided(List.of()));
    }

    @Test
    void bodies_that_differ_by_a_number_are_two() {
        var fifth = owed("10007", "Scouts Unité 5", "70.00", State.AWAITING);

        var match = Matching.of(credit("70.00", "Scouts Unité 6", NONE), List.of(fifth), Set.of());

        assertThat(first(match).signs()).doesNotContain(new Sign(Kind.NAME_MISSPELT, 1));
    }

    private static Sign sign(Kind kind) {
        return new Sign(kind, 0);
    }
}
