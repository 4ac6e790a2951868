package org.passerelle.pack.model;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;

/// A national office: who it is, when it works, what it promises and how it is paid.
///
/// `countries` are those whose organisations it serves, ISO 3166 alpha-2; the first is its own.
/// `foreignIdentifiers` are schemes of legal numbers that an organisation may give beside those of
/// its form, because it is registered in another country, too. `cancellationReasons` are what an
/// organisation chooses from when it cancels an order, by their lasting words (ORD-08).
public record Office(
        OfficeId id,
        Localised name,
        List<String> countries,
        List<Language> languages,
        CurrencyUnit currency,
        ZoneId zone,
        Contact contact,
        Calendar calendar,
        Promises promises,
        Map<String, LegalForm> forms,
        Map<String, Term> statuses,
        Map<String, Term> purposes,
        Map<String, Term> designations,
        Map<String, Term> attestations,
        Map<String, Term> judgements,
        Qualification qualification,
        Documents documents,
        Duplicates duplicates,
        List<Region> regions,
        List<VatRate> vat,
        Optional<TaxTerms> tax,
        Optional<Seller> seller,
        Optional<VatArea> vatArea,
        Records records,
        Numbering numbering,
        Payment payment,
        Optional<Branches> branches,
        List<String> foreignIdentifiers,
        List<PostalCode> postalCodes,
        Map<String, Localised> cancellationReasons) {

    public String country() {
        return countries.getFirst();
    }

    /// The schemes that an organisation of this form may give, those of the form first.
    public List<String> identifiersOf(LegalForm form) {
        return Stream.concat(form.identifiers().stream(), foreignIdentifiers.stream())
                .distinct()
                .toList();
    }

    /// Whether a number of this scheme is given besides those that the form asks for, because the
    /// organisation is registered in another country, too.
    public boolean isForeign(String scheme, Optional<String> form) {
        return foreignIdentifiers.contains(scheme)
                && form.map(forms::get).stream()
                        .noneMatch(one -> one.identifiers().contains(scheme));
    }

    /// By scheme, the country's own before those of other countries: where one number stands for
    /// all, it is the one that people at home know the organisation by.
    public Comparator<String> ownIdentifiersFirst() {
        return Comparator.<String, Boolean>comparing(foreignIdentifiers::contains)
                .thenComparing(Comparator.naturalOrder());
    }

    /// How postal codes are written in a country.
    public PostalCode postalCode(String country) {
        return postalCodes.stream()
                .filter(one -> one.country().equals(country))
                .findFirst()
                .orElseGet(() -> PostalCode.any(country));
    }

    public boolean isRegion(String code, String country) {
        return region(code).filter(known -> known.country().equals(country)).isPresent();
    }

    /// The region with this code, if the office knows it.
    public Optional<Region> region(String code) {
        return regions.stream().filter(region -> region.code().equals(code)).findFirst();
    }

    /// A province or state of one of the office's countries, such as `CA-QC`, which an address
    /// there must name: taxes depend on it, and by its public `holidays` what is brought there
    /// arrives later.
    public record Region(String code, Localised name, List<String> holidays) {
        public String country() {
            return code.substring(0, 2);
        }
    }

    /// A word of the pack with its names, and a longer explanation where one helps.
    public record Term(String id, Localised name, Optional<Localised> explanation) {}

    public record Contact(
            String email, Optional<String> phone, Optional<String> website, String postalAddress) {}

    /// `holidays` are countries or regions whose public holidays count, such as `LU` or `CA-ON`;
    /// `closures` are announced.
    public record Calendar(List<String> holidays, List<Closure> closures) {}

    /// From the first to the last day, inclusive; shown on every page from `announceFrom` (CAT-07).
    public record Closure(
            LocalDate first, LocalDate last, LocalDate announceFrom, Localised text) {}

    /// Promised times in business days of the office (VER-02), and how long it waits for others:
    /// `join` is what an account holder has to answer a request to join, `handOver` what a holder
    /// has to object when staff gives their role to another (ACC-05, ACC-06), `reply` what somebody
    /// has to reply to a question about their request before it is closed (HLP-02), `parcel` how
    /// long after its expected day a parcel of which nobody says a word counts as arrived (ORD-11).
    public record Promises(
            int qualificationBusinessDays,
            int changeBusinessDays,
            int joinBusinessDays,
            int handOverBusinessDays,
            int replyBusinessDays,
            int parcelBusinessDays) {
        public static final int JOIN_BUSINESS_DAYS = 5;
        public static final int HAND_OVER_BUSINESS_DAYS = 10;
        public static final int REPLY_BUSINESS_DAYS = 10;
        public static final int PARCEL_BUSINESS_DAYS = 15;

        public Promises(int qualificationBusinessDays, int changeBusinessDays) {
            this(
                    qualificationBusinessDays,
                    changeBusinessDays,
                    JOIN_BUSINESS_DAYS,
                    HAND_OVER_BUSINESS_DAYS,
                    REPLY_BUSINESS_DAYS,
                    PARCEL_BUSINESS_DAYS);
        }
    }

    /// A legal form of one of the office's countries (VER-03). `statuses` are those it brings by
    /// itself. `identifiers` are the schemes of legal numbers asked for, such as `LU-RCS`; the
    /// first is required, and ends with the programme `account` if the form asks for one: these
    /// letters and four digits, as `RR0001` (ORG-02).
    public record LegalForm(
            String id,
            Localised name,
            String country,
            List<String> statuses,
            List<String> identifiers,
            Optional<String> account,
            boolean school,
            boolean library,
            boolean mayQualify,
            Optional<Localised> explanation,
            List<Localised> evidence) {}

    /// How an organisation is qualified: how long it lasts and on which facts it stands (VER-01),
    /// the reasons staff choose from, ready questions.
    public record Qualification(
            Period validFor,
            Set<DecisiveFact> decisive,
            List<Reason> refusalReasons,
            List<ReadyQuestion> questions) {

        /// On what an office decides that does not say it.
        public Qualification(
                Period validFor, List<Reason> refusalReasons, List<ReadyQuestion> questions) {
            this(validFor, DecisiveFact.USUAL, refusalReasons, questions);
        }
    }

    /// A fact that a qualification may stand and fall with: when it changes, the office looks
    /// again. `IDENTIFIERS` are the numbers at home, `FOREIGN_IDENTIFIERS` those of other countries
    /// given besides: of these only one that was there and is another or gone counts, since what a
    /// decision did not know it did not rest on.
    public enum DecisiveFact {
        LEGAL_NAME,
        COUNTRY,
        FORM,
        IDENTIFIERS,
        FOREIGN_IDENTIFIERS,
        ADDRESS,
        BUDGET,
        MAIN_ACTIVITY,
        PURPOSES,
        DESIGNATIONS;

        /// Where the office says nothing.
        public static final Set<DecisiveFact> USUAL =
                Set.of(LEGAL_NAME, COUNTRY, FORM, IDENTIFIERS);
    }

    /// A reason from the office's list; `isFinal` says that sending something more cannot mend it
    /// (VER-05).
    public record Reason(String id, Localised name, Localised text, boolean isFinal) {}

    public record ReadyQuestion(String id, Localised name, Localised text) {}

    /// How a branch without a legal number of its own is registered (ORG-06): what is said of it,
    /// what its letter is called, the text such a letter may have, the documents asked besides it
    /// instead of those of its legal form, the reasons for which staff does not accept a letter.
    public record Branches(
            Localised explanation,
            Localised letter,
            Localised model,
            List<Localised> evidence,
            List<LetterReason> refusalReasons) {

        /// Everything a branch is asked to send, the letter first.
        public List<Localised> documents() {
            return Stream.concat(Stream.of(letter), evidence.stream()).toList();
        }
    }

    /// Why a branch letter is not accepted: the name for staff, the text for the branch.
    public record LetterReason(String id, Localised name, Localised text) {}

    /// How many documents one matter takes, and how large each may be (VER-09).
    public record Documents(int mostFiles, int largestMegabytes) {
        /// Where the office says nothing.
        public static final Documents USUAL = new Documents(20, 10);
    }

    /// From which likeness of two names on, in per cent, organisations with different numbers may
    /// be one (ORG-03): `likely` is worth a warning, `nearCertain` is held for staff where town and
    /// another trait agree, too. At 100 names are the same but for order, case and accents.
    public record Duplicates(int likelyPercent, int nearCertainPercent) {
        /// Below this everybody would be warned of everybody.
        public static final int LEAST_PERCENT = 40;

        /// Where the office says nothing.
        public static final Duplicates USUAL = new Duplicates(60, 85);
    }

    /// What a price is called without its taxes and with them, such as `before tax` and `with tax`,
    /// for an office that does not speak of VAT.
    public record TaxTerms(Localised excluded, Localised included) {}

    /// How long tax law has orders and invoices `kept`, with who placed them; `since` says from
    /// when that counts, and `law` which law it is (ACC-09).
    public record Records(Period kept, Localised since, Localised law) {}

    /// Where the office's own numbers start (ORD-05).
    public record Numbering(long firstOrder, String invoicePrefix) {}

    /// Example numbers only stand in a committed pack.
    ///
    /// @param account at the bank: an IBAN without blanks; where the country has none, the number
    ///   as its statements write it, and nobody pays by transfer
    public record Payment(
            String beneficiary,
            String account,
            String bic,
            Localised instructions,
            List<Integer> remindAfterDays,
            int expireAfterDays,
            List<Means> means,
            int chequeExpireAfterDays,
            Optional<String> chequeAddress) {

        /// How an office lets itself be paid (PAY-01, PAY-03, PAY-04). `PAYPAL` is card, too: it
        /// takes it without an account. `CHEQUE` only where staff allowed.
        public enum Means {
            TRANSFER,
            PAYPAL,
            CHEQUE
        }

        public Payment {
            means = List.copyOf(means);
            remindAfterDays = List.copyOf(remindAfterDays);
        }

        public boolean takes(Means one) {
            return means.contains(one);
        }

        /// The last day on which the cheque for an order placed on `day` may come, inclusive.
        public LocalDate lastDayForCheque(LocalDate day) {
            return day.plusDays(chequeExpireAfterDays);
        }

        /// The last day on which an order placed on `day` may be paid, inclusive; both in the
        /// office's zone (ORD-13).
        public LocalDate lastDay(LocalDate day) {
            return day.plusDays(expireAfterDays);
        }

        /// The last day for what is missing once something happened on `day`, such as a part that
        /// came: as long as the first reminder leaves (ORD-13).
        public LocalDate lastDayFrom(LocalDate day) {
            return day.plusDays(expireAfterDays - (long) remindAfterDays.getFirst());
        }

        /// The days on which whoever has not paid is reminded, in their order (ORD-13).
        public List<LocalDate> remindedOn(LocalDate day) {
            return remindAfterDays.stream().map(day::plusDays).toList();
        }
    }
}
