package org.passerelle.programme.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.pack.model.Criterion;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.pack.model.Rates;
import org.passerelle.programme.Conversion;
import org.passerelle.programme.Demand;
import org.passerelle.programme.Fact;
import org.passerelle.programme.Finding;
import org.passerelle.programme.Finding.Combination;
import org.passerelle.programme.History;
import org.passerelle.programme.Outcome;
import org.passerelle.programme.Remedy;

@Requirement("ELI-03")
class LedgerJsonTest {
    private static final LocalDate DAY = LocalDate.of(2022, 9, 12);
    private static final Money EUROS = Money.parse("EUR 350000.00");

    private static final List<Fact> FACTS =
            List.of(
                    new Fact.Untold(),
                    new Fact.Nothing(),
                    new Fact.Truth(false),
                    new Fact.Words(List.of("asbl", "b")),
                    new Fact.Amount(EUROS, Optional.empty()),
                    new Fact.Amount(
                            EUROS,
                            Optional.of(
                                    new Conversion(
                                            EUROS,
                                            Money.parse("USD 397425.00"),
                                            rate(CurrencyUnit.EUR, "1"),
                                            rate(CurrencyUnit.USD, "1.1355")))),
                    new Fact.Number(12),
                    new Fact.Day(DAY),
                    new Fact.Days(DAY, DAY.plusDays(1)));

    private static final List<Demand> DEMANDS =
            List.of(
                    new Demand.Truth(true),
                    new Demand.Words(Set.of("a"), Set.of("c", "b")),
                    new Demand.AmountWithin(upTo(Money.parse("USD 10000000.00"))),
                    new Demand.NumberWithin(upTo(50L)),
                    new Demand.NoPurchaseSince(PartnerId.of("p"), DAY),
                    new Demand.CurrentCustomer(PartnerId.of("p"), false),
                    new Demand.WaiverOn(ProgrammeId.of("p"), DAY),
                    new Demand.BoughtHere(PartnerId.of("p")),
                    new Demand.Had(List.of(OfferId.of("o")), Optional.of(LocalDate.of(2022, 1, 1))),
                    new Demand.Attestation("text"),
                    new Demand.Yes("question"),
                    new Demand.InForce(Optional.of(DAY), Optional.empty()));

    private static final List<Remedy> REMEDIES =
            List.of(
                    new Remedy.Unneeded(),
                    new Remedy.None(),
                    new Remedy.Qualify(),
                    new Remedy.CorrectData(),
                    new Remedy.TellUs("budget"),
                    new Remedy.Waiver(),
                    new Remedy.Attest(),
                    new Remedy.Order(),
                    new Remedy.StaffDecides(),
                    new Remedy.WaitUntil(DAY));

    private static Rates.Rate rate(CurrencyUnit currency, String value) {
        return new Rates.Rate(currency, DAY, new java.math.BigDecimal(value));
    }

    private static <T> Criterion.Range<T> upTo(T limit) {
        return new Criterion.Range<>(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(limit));
    }

    @Test
    void every_kind_of_fact_demand_and_remedy_comes_back_as_it_was() {
        for (var fact : FACTS) {
            for (var demand : DEMANDS) {
                for (var remedy : REMEDIES) {
                    comesBack(
                            new Finding.Leaf(
                                    "budget", Outcome.UNKNOWN, fact, demand, remedy, false));
                }
            }
        }
    }

    @Test
    void no_kind_is_left_out() {
        assertThat(FACTS.stream().map(Object::getClass).distinct())
                .hasSize(Fact.class.getPermittedSubclasses().length);
        assertThat(DEMANDS.stream().map(Object::getClass).distinct())
                .hasSize(Demand.class.getPermittedSubclasses().length);
        assertThat(REMEDIES.stream().map(Object::getClass).distinct())
                .hasSize(Remedy.class.getPermittedSubclasses().length);
    }

    @Test
    void a_tree_keeps_its_shape() {
        var leaf =
                new Finding.Leaf(
                        "size",
                        Outcome.MET,
                        FACTS.getFirst(),
                        DEMANDS.getFirst(),
                        REMEDIES.getFirst(),
                        true);
        comesBack(
                new Finding.Group(
                        Combination.NONE,
                        Outcome.UNMET,
                        List.of(
                                leaf,
                                new Finding.Unless(Outcome.MET, leaf, leaf),
                                new Finding.Group(Combination.ANY, Outcome.MET, List.of(leaf)))));
    }

    private static void comesBack(Finding finding) {
        assertThat(LedgerJson.reasons(LedgerJson.reasons(finding))).isEqualTo(finding);
    }

    @Test
    void persons_come_back_as_they_were_named() {
        var persons =
                List.of(
                        new History.Person("a@x.org", Optional.empty(), Optional.empty()),
                        new History.Person("b@x.org", Optional.of("B"), Optional.of(false)));
        assertThat(LedgerJson.persons(LedgerJson.persons(persons))).isEqualTo(persons);
    }
}
