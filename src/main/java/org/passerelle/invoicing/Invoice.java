package org.passerelle.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.Money;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.tax.TaxAmount;
import org.passerelle.tax.TaxCategory;

/// An invoice or a credit note as it was issued (INV-01). Amounts are never negative: what a credit
/// note says is given back. Words are those of the day and language of issue.
///
/// @param corrects there for a credit note
/// @param period of what was delivered
/// @param paid of the whole, before it was issued; of a credit note: what went back already
/// @param account where the rest is paid to; empty where nothing is left to pay by transfer
public record Invoice(
        InvoiceNumber number,
        Kind kind,
        Optional<Correction> corrects,
        OfficeId office,
        OrganisationId organisation,
        Language language,
        LocalDate issuedOn,
        LocalDate dueOn,
        Optional<Period> period,
        Party seller,
        Party buyer,
        List<Line> lines,
        Money paid,
        Optional<Account> account) {

    private static final Comparator<Tax> BY_RATE =
            Comparator.comparing(Tax::category)
                    .thenComparing(Tax::percent)
                    .thenComparing(Tax::code)
                    .thenComparing(tax -> tax.name().orElse(""))
                    .thenComparing(tax -> tax.reason().orElse(""));

    public Invoice {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("An invoice has a line");
        }
        if ((kind == Kind.CREDIT_NOTE) != corrects.isPresent()) {
            throw new IllegalArgumentException("A credit note, and it alone, corrects an invoice");
        }
    }

    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /// The invoice that a credit note corrects, and why.
    public record Correction(InvoiceNumber number, LocalDate issuedOn, String reason) {}

    /// Both days included.
    public record Period(LocalDate from, LocalDate until) {
        public boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /// Who sells or buys.
    ///
    /// @param numbers legal and tax numbers to print, in this order
    /// @param registration the legal number by which machines know it
    /// @param vatChecked the day on which the number was found valid in the register
    /// @param electronic where e-invoices reach it; without one on both sides there is none
    public record Party(
            String name,
            Place place,
            List<Number> numbers,
            Optional<String> vatNumber,
            Optional<LocalDate> vatChecked,
            Optional<Coded> registration,
            Optional<Coded> electronic,
            Optional<String> email,
            Optional<String> phone) {
        public Party {
            numbers = List.copyOf(numbers);
        }

        Party withVat(Optional<String> number, Optional<LocalDate> checked) {
            return new Party(
                    name, place, numbers, number, checked, registration, electronic, email, phone);
        }
    }

    /// @param region a code such as `CA-QC`, where the country has such
    /// @param country ISO 3166 alpha-2
    public record Place(
            String street,
            String postalCode,
            String town,
            Optional<String> region,
            String country) {}

    /// A number with what people call it, such as `RCS`.
    public record Number(String name, String value) {}

    /// A number with the code of its scheme in the list of electronic address schemes, such as
    /// `0208`.
    public record Coded(String scheme, String value) {}

    /// An account for the transfer of what is left to pay. Empty BIC: none is needed.
    public record Account(
            String beneficiary, String iban, Optional<String> bic, String communication) {}

    /// One delivered line of an order.
    ///
    /// @param order the order's number, with its line
    /// @param fee of one unit, without taxes
    /// @param taxes what the line bears, each rounded on this line
    public record Line(
            String order,
            int orderLine,
            String sku,
            String title,
            long quantity,
            Money fee,
            List<Tax> taxes,
            Optional<LocalDate> deliveredOn) {
        public Line {
            taxes = List.copyOf(taxes);
            if (quantity < 1 || fee.isNegative()) {
                throw new IllegalArgumentException("No line: " + quantity + " of " + fee);
            }
        }

        public Money net() {
            return fee.multipliedBy(quantity);
        }

        public Money tax() {
            return sum(net(), taxes, Tax::amount);
        }

        public Money gross() {
            return net().plus(tax());
        }
    }

    /// A tax with what it comes to.
    ///
    /// @param code of the pack, such as `gst`
    /// @param name empty for VAT
    /// @param reason why nothing is due
    /// @param base what it is reckoned on
    public record Tax(
            String code,
            Optional<String> name,
            BigDecimal percent,
            TaxCategory category,
            Optional<String> reason,
            Money base,
            Money amount) {
        public Tax {
            percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
            if (category != TaxCategory.STANDARD && !amount.isZero()) {
                throw new IllegalArgumentException(category + " is nothing, not " + amount);
            }
        }

        /// What the order agreed, in the words of a language.
        static Tax of(TaxAmount due, Money base, Language language) {
            var tax = due.tax();
            return new Tax(
                    tax.code(),
                    tax.name().map(name -> name.in(language)),
                    tax.percent(),
                    tax.category(),
                    tax.reason().map(reason -> reason.in(language)),
                    base,
                    due.amount());
        }

        /// The same tax on something else.
        public Tax of(Money otherBase, Money otherAmount) {
            return new Tax(code, name, percent, category, reason, otherBase, otherAmount);
        }

        private Tax plus(Tax other) {
            return of(base.plus(other.base), amount.plus(other.amount));
        }
    }

    /// What each tax comes to over all lines: the sums of what the lines bear.
    public List<Tax> taxes() {
        var sums = new TreeMap<Tax, Tax>(BY_RATE);
        lines.forEach(line -> line.taxes().forEach(tax -> sums.merge(tax, tax, Tax::plus)));
        return List.copyOf(sums.values());
    }

    public Money net() {
        return sum(paid, lines, Line::net);
    }

    public Money tax() {
        return sum(paid, lines, Line::tax);
    }

    public Money gross() {
        return net().plus(tax());
    }

    /// What is left to pay, or of a credit note to give back; never less than nothing.
    public Money payable() {
        var open = gross().minus(paid);
        return open.isNegative() ? Money.zero(paid.getCurrencyUnit()) : open;
    }

    /// Whether machines can read it: both sides have an electronic address, and each line bears one
    /// tax, as EN 16931 asks.
    public boolean hasElectronicForm() {
        return seller.electronic().isPresent()
                && buyer.electronic().isPresent()
                && lines.stream().allMatch(line -> line.taxes().size() == 1);
    }

    private static <T> Money sum(Money like, List<T> parts, Function<T, Money> amount) {
        return parts.stream().map(amount).reduce(Money.zero(like.getCurrencyUnit()), Money::plus);
    }
}
