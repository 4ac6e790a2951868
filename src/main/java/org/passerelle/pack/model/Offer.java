package org.passerelle.pack.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.passerelle.kernel.Localised;

/// What can be ordered. Texts are Markdown, named by their path below `texts/<language>/` without
/// `.md`.
///
/// @param partnerDiscount what the partner takes off the market value, in per cent; the rest is
///   paid to it. Of the kind [Kind#DISCOUNT] only; empty where the partner gives no number
public record Offer(
        OfferId id,
        String sku,
        Kind kind,
        PartnerId partner,
        ProgrammeId programme,
        Localised title,
        Localised summary,
        List<OfferId> succeeds,
        List<String> categories,
        Holds holds,
        List<DatedFee> fees,
        Optional<Money> marketValue,
        Optional<Integer> partnerDiscount,
        Quantity quantity,
        Stock stock,
        List<HandOver> handOver,
        Optional<Delivery> delivery,
        List<RefundPolicy> refunds,
        List<String> conditions,
        Optional<String> descriptionText,
        Optional<String> requirementsText,
        Optional<String> usageText,
        Optional<Criterion.All> eligible,
        Optional<List<String>> countries,
        Optional<LocalDate> onSaleFrom,
        Optional<LocalDate> onSaleUntil,
        List<OfferId> alternatives,
        String vatCategory,
        List<Programme.Question> questions) {

    /// Five kinds (CAT-01).
    public enum Kind {
        DONATION,
        DISCOUNT,
        VALIDATION,
        HARDWARE,
        REDUCED_PRICE;

        /// As packs, the API and addresses write it.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// How many licences and devices one unit of the offer holds.
    public record Holds(long licences, long devices) {}

    /// The fee excluding VAT from a day on, inclusive (CAT-06).
    public record DatedFee(LocalDate from, Money amount) {}

    /// Units in one order, inclusive.
    public record Quantity(long atLeast, Optional<Long> atMost) {}

    public sealed interface Stock {
        record Unlimited() implements Stock {}

        /// Counted pieces; `initial` at the pack's first installation.
        record Counted(long initial) implements Stock {}

        /// One code of the named pool for each unit.
        record CodePool(String pool) implements Stock {}
    }

    /// What is handed over after payment (ORD-11). `from` is `partner`, `office`, `warehouse` or
    /// `pool`; `to` is `official-e-mail`, `account-holder`, `registered-address` or `account`.
    ///
    /// @param after how long after everything else has arrived
    /// @param lasts how long it holds from the delivery, as a support contract does; never in
    ///   business days
    /// @param title what the partner calls it
    public record HandOver(
            What what,
            Optional<String> from,
            Optional<String> to,
            Optional<Duration> after,
            Optional<Duration> lasts,
            Optional<Localised> title) {
        public enum What {
            KEY,
            DOWNLOAD,
            PIN,
            CODE,
            TOKEN,
            PARCEL,
            SUPPORT_CONTRACT,
            LINK
        }
    }

    /// Promised: `within` a time after payment or after the request.
    public record Delivery(Duration within, After after) {
        public enum After {
            PAYMENT,
            REQUEST,
            APPROVAL
        }
    }

    /// A window in which money may come back, and what follows (ORD-09). `within` runs from `base`:
    /// `order`, `validation`, `payment` or `delivery`. `never` stands for no refund at all.
    ///
    /// @param reasons for which it is open; for any where it names none
    /// @param endsWithParcel whether the parcel must be back within the window; else it is enough
    ///   that somebody asked within it
    /// @param parcelWithin how long after a return was accepted its parcel may take
    /// @param mayReplace whether another piece may be had in place of the money
    public record RefundPolicy(
            boolean never,
            Optional<Duration> within,
            Optional<String> base,
            Optional<Localised> condition,
            boolean staffDecides,
            boolean returnCostWithCustomer,
            List<Reason> reasons,
            boolean endsWithParcel,
            Optional<Duration> parcelWithin,
            boolean mayReplace) {

        /// No refund at all.
        public static RefundPolicy none() {
            return new RefundPolicy(
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    List.of(),
                    false,
                    Optional.empty(),
                    false);
        }

        public boolean isOpenFor(Reason reason) {
            return reasons.isEmpty() || reasons.contains(reason);
        }

        /// Why something is given back. `DAMAGED`: it arrived damaged, or does not work.
        public enum Reason {
            UNWANTED,
            DAMAGED,
            OTHER_ARTICLE,
            NOT_INSTALLED;

            /// As packs, tables and forms write it.
            public String word() {
                return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            }
        }
    }

    /// Whether what is handed over comes in a parcel, and goes back in one (ORD-09).
    public boolean comesInParcels() {
        return handOver.stream().anyMatch(one -> one.what() == HandOver.What.PARCEL);
    }

    /// The fee on a day; empty before the first.
    public Optional<Money> feeOn(LocalDate day) {
        Optional<Money> fee = Optional.empty();
        for (var dated : fees) {
            if (!dated.from().isAfter(day)) {
                fee = Optional.of(dated.amount());
            }
        }
        return fee;
    }

    /// Whether it may be ordered on a day, by its dates and because it has a fee by then.
    public boolean isOnSale(LocalDate day) {
        return onSaleFrom.map(first -> !day.isBefore(first)).orElse(true)
                && onSaleUntil.map(last -> !day.isAfter(last)).orElse(true)
                && feeOn(day).isPresent();
    }
}
