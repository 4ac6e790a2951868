package org.passerelle.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.invoicing.Invoice.Account;
import org.passerelle.invoicing.Invoice.Coded;
import org.passerelle.invoicing.Invoice.Correction;
import org.passerelle.invoicing.Invoice.Kind;
import org.passerelle.invoicing.Invoice.Line;
import org.passerelle.invoicing.Invoice.Party;
import org.passerelle.invoicing.Invoice.Period;
import org.passerelle.invoicing.Invoice.Place;
import org.passerelle.invoicing.Invoice.Tax;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.tax.TaxCategory;

/// Invoices and credit notes of any shape that an office of the euro may issue; one for each seed.
public final class AnyInvoice {
    private static final List<String> TITLES =
            List.of(
                    "Suite bureautique – licence annuelle",
                    "Creative Cloud, « toutes les applications »",
                    "Ordinateur reconditionné, 16 Go & SSD",
                    "Firewall <petite structure>",
                    "Śļőŵńíķ licence",
                    "Webinaires, 500 participants");
    private static final List<BigDecimal> RATES =
            List.of(new BigDecimal("17"), new BigDecimal("8.00"), BigDecimal.valueOf(21));

    private final Random random;
    private final TaxCategory only;

    private AnyInvoice(long seed) {
        random = new Random(seed);
        only =
                switch (random.nextInt(6)) {
                    case 0 -> TaxCategory.REVERSE_CHARGE;
                    case 1 -> TaxCategory.OUTSIDE;
                    default -> TaxCategory.STANDARD;
                };
    }

    public static Invoice of(long seed) {
        return new AnyInvoice(seed).invoice();
    }

    private Invoice invoice() {
        var month = LocalDate.of(2026, 1 + random.nextInt(12), 1);
        var issued = month.plusMonths(1);
        var period = new Period(month, issued.minusDays(1));
        var lines =
                IntStream.range(0, 1 + random.nextInt(random.nextInt(10) == 0 ? 60 : 6))
                        .mapToObj(place -> line(place, period))
                        .toList();
        var gross = Money.total(lines.stream().map(Line::gross).toList());
        var paid =
                switch (random.nextInt(3)) {
                    case 0 -> Money.zero(CurrencyUnit.EUR);
                    case 1 -> gross.dividedBy(3, RoundingMode.DOWN);
                    default -> gross;
                };
        var number = new InvoiceNumber("LU", issued.getYear(), 1 + random.nextInt(200_000));
        var credit = random.nextInt(4) == 0;
        return new Invoice(
                number,
                credit ? Kind.CREDIT_NOTE : Kind.INVOICE,
                credit
                        ? Optional.of(
                                new Correction(
                                        new InvoiceNumber("LU", issued.getYear(), 7),
                                        month,
                                        "Retour dans les 14 jours"))
                        : Optional.empty(),
                OfficeId.of("somewhere"),
                new OrganisationId(new UUID(1, random.nextLong())),
                Language.values()[random.nextInt(Language.values().length)],
                issued,
                issued.plusDays(random.nextInt(31)),
                random.nextBoolean() ? Optional.of(period) : Optional.empty(),
                seller(),
                buyer(),
                lines,
                paid,
                random.nextBoolean()
                        ? Optional.of(
                                new Account(
                                        "Bureau à l’essai",
                                        "LU28 0019 4006 4475 0000",
                                        random.nextBoolean()
                                                ? Optional.of("BCEELULL")
                                                : Optional.empty(),
                                        "+++123/1234/12328+++"))
                        : Optional.empty());
    }

    private static Party seller() {
        return new Party(
                "Bureau à l’essai ASBL",
                new Place("1, rue de l’Exemple", "L-1234", "Luxembourg", Optional.empty(), "LU"),
                List.of(new Invoice.Number("RCS", "F1234")),
                Optional.of("LU26375245"),
                Optional.empty(),
                Optional.of(new Coded("0240", "20262604567")),
                Optional.of(new Coded("9938", "LU26375245")),
                Optional.of("factures@bureau.example"),
                Optional.of("+352 26 00 00 00"));
    }

    private Party buyer() {
        var kbo = kbo(10_000_000 + random.nextInt(80_000_000));
        return new Party(
                random.nextBoolean() ? "Les Amis du Livre & de l’Image" : "Hulp <Hand in Hand> vzw",
                new Place(
                        random.nextBoolean() ? "Rue de la Loi 16, bte 4" : "",
                        "1000",
                        "Bruxelles",
                        random.nextInt(3) == 0 ? Optional.of("BE-BRU") : Optional.empty(),
                        "BE"),
                List.of(new Invoice.Number("BCE", kbo)),
                only == TaxCategory.REVERSE_CHARGE || random.nextBoolean()
                        ? Optional.of("BE" + kbo)
                        : Optional.empty(),
                only == TaxCategory.REVERSE_CHARGE
                        ? Optional.of(LocalDate.of(2025, 12, 5))
                        : Optional.empty(),
                Optional.of(new Coded("0208", kbo)),
                Optional.of(new Coded("0208", kbo)),
                random.nextBoolean() ? Optional.of("info@amis.example") : Optional.empty(),
                Optional.empty());
    }

    private static String kbo(int eight) {
        return "%08d%02d".formatted(eight, 97 - eight % 97);
    }

    private Line line(int place, Period period) {
        var quantity = random.nextInt(4) == 0 ? 1 + random.nextInt(999) : 1 + random.nextInt(3);
        var fee =
                Money.ofMinor(CurrencyUnit.EUR, random.nextInt(8) == 0 ? 0 : random.nextInt(9_999));
        return new Line(
                "1" + (1000 + random.nextInt(3)),
                place + 1,
                "SKU-" + random.nextInt(1000),
                TITLES.get(random.nextInt(TITLES.size())),
                quantity,
                fee,
                List.of(tax(fee.multipliedBy(quantity))),
                random.nextInt(5) == 0
                        ? Optional.empty()
                        : Optional.of(period.from().plusDays(random.nextInt(28))));
    }

    private Tax tax(Money net) {
        var category =
                only != TaxCategory.STANDARD
                        ? only
                        : List.of(
                                        TaxCategory.STANDARD,
                                        TaxCategory.STANDARD,
                                        TaxCategory.STANDARD,
                                        TaxCategory.ZERO,
                                        TaxCategory.EXEMPT)
                                .get(random.nextInt(5));
        return tax(category, category == TaxCategory.STANDARD ? anyRate() : BigDecimal.ZERO, net);
    }

    private BigDecimal anyRate() {
        return RATES.get(random.nextInt(RATES.size()));
    }

    /// The tax of a line, rounded half up as the house does.
    public static Tax tax(TaxCategory category, BigDecimal percent, Money net) {
        var reason =
                switch (category) {
                    case STANDARD, ZERO -> Optional.<String>empty();
                    case EXEMPT -> Optional.of("Art. 44 du Code de la TVA");
                    case REVERSE_CHARGE ->
                            Optional.of("Autoliquidation, art. 196 de la directive 2006/112/CE");
                    case OUTSIDE -> Optional.of("Hors du champ de la TVA");
                };
        return new Tax(
                "vat-" + category.code().toLowerCase(java.util.Locale.ROOT),
                Optional.empty(),
                percent,
                category,
                reason,
                net,
                net.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP));
    }

    /// The same with `count` lines of its own, for long documents.
    public static Invoice withLines(long seed, int count) {
        var one = of(seed);
        var lines = new ArrayList<Line>();
        while (lines.size() < count) {
            lines.addAll(one.lines());
        }
        return with(one, lines.subList(0, count));
    }

    /// The same about other lines, all of it paid.
    public static Invoice with(Invoice one, List<Line> lines) {
        return copy(
                one, one.language(), lines, Money.total(lines.stream().map(Line::gross).toList()));
    }

    /// The same in another language.
    public static Invoice in(Language language, Invoice one) {
        return copy(one, language, one.lines(), one.paid());
    }

    private static Invoice copy(Invoice one, Language language, List<Line> lines, Money paid) {
        return new Invoice(
                one.number(),
                one.kind(),
                one.corrects(),
                one.office(),
                one.organisation(),
                language,
                one.issuedOn(),
                one.dueOn(),
                one.period(),
                one.seller(),
                one.buyer(),
                lines,
                paid,
                one.account());
    }
}
