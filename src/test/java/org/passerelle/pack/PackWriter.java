package org.passerelle.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Activities;
import org.passerelle.pack.model.Deal;
import org.passerelle.pack.model.Duration;
import org.passerelle.pack.model.HelpSubject;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Partner;
import org.passerelle.pack.model.Programme;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Writes a typed pack as a person would, so that reading it back can be compared.
final class PackWriter {
    private final Pack pack;
    private final RuleWriter rules = new RuleWriter();

    private PackWriter(Pack pack) {
        this.pack = pack;
    }

    static void write(Pack pack, Path folder) {
        new PackWriter(pack).writeTo(folder);
    }

    /// The keys of a map, those without a value left out.
    static Map<String, Object> keys(@Nullable Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            var value = keysAndValues[i + 1];
            if (value instanceof Optional<?> optional) {
                value = optional.orElse(null);
            }
            if (value != null) {
                map.put((String) java.util.Objects.requireNonNull(keysAndValues[i]), value);
            }
        }
        return map;
    }

    static <T> List<Object> list(Iterable<T> values, Function<T, Object> written) {
        var list = new ArrayList<Object>();
        values.forEach(value -> list.add(written.apply(value)));
        return list;
    }

    static Object text(Localised text) {
        if (text.equals(Localised.same(text.in(text.fallback())))) {
            return text.in(text.fallback());
        }
        var map = new LinkedHashMap<String, Object>();
        text.texts().forEach((language, words) -> map.put(language.code(), words));
        return map;
    }

    static Object money(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }

    static Object length(Duration length) {
        var unit =
                switch (length.unit()) {
                    case BUSINESS_DAYS -> "business day";
                    case DAYS -> "day";
                    case WEEKS -> "week";
                    case MONTHS -> "month";
                    case YEARS -> "year";
                };
        return length.amount() + " " + unit + (length.amount() == 1 ? "" : "s");
    }

    static Object word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void writeTo(Path folder) {
        yaml(folder, "pack.yaml", packFile());
        yaml(folder, "office.yaml", office(pack.office()));
        yaml(folder, "activities.yaml", keys("activities", activities(null)));
        yaml(folder, "rates.yaml", keys("rates", rates()));
        if (!pack.requests().isEmpty()) {
            yaml(folder, "requests.yaml", RequestWriter.requests(pack.requests().values()));
        }
        if (!pack.help().isEmpty()) {
            yaml(folder, "articles.yaml", keys("subjects", list(pack.help(), PackWriter::subject)));
        }
        if (!pack.deals().isEmpty()) {
            yaml(folder, "deals.yaml", keys("deals", list(pack.deals(), PackWriter::deal)));
        }
        for (var partner : pack.partners().values()) {
            yaml(folder, "partners/" + partner.id() + ".yaml", partner(partner));
        }
        yaml(folder, "offers/all.yaml", keys("offers", list(pack.offers().values(), rules::offer)));
        pack.texts()
                .byPath()
                .values()
                .forEach(versions ->
                        versions.values()
                                .forEach(text ->
                                        file(
                                                folder,
                                                "texts/%s/%s.md"
                                                        .formatted(
                                                                text.language().code(),
                                                                text.path()),
                                                "# %s\n\n%s\n"
                                                        .formatted(
                                                                text.title(), text.markdown()))));
    }

    private static void yaml(Path folder, String file, Object content) {
        var options = new DumperOptions();
        options.setDereferenceAliases(true); // packs know no aliases
        file(folder, file, new Yaml(options).dump(content));
    }

    private static void file(Path folder, String file, String content) {
        try {
            var path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object deal(Deal deal) {
        return keys(
                "deal", deal.id(),
                "title", text(deal.title()),
                "text", text(deal.text()),
                "website", deal.website());
    }

    private static Object subject(HelpSubject subject) {
        return keys(
                "subject", subject.id(),
                "title", text(subject.title()),
                "articles",
                        list(
                                subject.articles(),
                                article ->
                                        keys(
                                                "article", article.id(),
                                                "about",
                                                        list(
                                                                article.about(),
                                                                HelpSubject.Place::word))));
    }

    private Object packFile() {
        return keys(
                "pack", pack.id().value(),
                "title", text(pack.title()),
                "languages", List.of("fr", "en"),
                "categories",
                        list(
                                pack.categories(),
                                category ->
                                        keys(
                                                "category", category.id(),
                                                "name", text(category.name()),
                                                "also", category.also().map(PackWriter::text),
                                                "within", category.within())));
    }

    private static Object office(Office office) {
        return keys(
                "name", text(office.name()),
                "countries", office.countries(),
                "languages", list(office.languages(), language -> language.code()),
                "currency", office.currency().getCode(),
                "zone", office.zone().getId(),
                "contact",
                        keys(
                                "email", office.contact().email(),
                                "phone", office.contact().phone(),
                                "website", office.contact().website(),
                                "postal-address", office.contact().postalAddress()),
                "calendar",
                        keys(
                                "holidays", office.calendar().holidays(),
                                "closures",
                                        list(office.calendar().closures(), PackWriter::closure)),
                "promises", OfficeWriter.promises(office.promises()),
                "forms", list(office.forms().values(), PackWriter::form),
                "statuses", terms(office.statuses(), "status"),
                "purposes", terms(office.purposes(), "purpose"),
                "designations", terms(office.designations(), "designation"),
                "attestations", terms(office.attestations(), "attestation"),
                "judgements", terms(office.judgements(), "judgement"),
                "qualification", qualification(office.qualification()),
                "documents",
                        keys(
                                "files", "" + office.documents().mostFiles(),
                                "megabytes", "" + office.documents().largestMegabytes()),
                "duplicates",
                        keys(
                                "likely", "" + office.duplicates().likelyPercent(),
                                "near-certain", "" + office.duplicates().nearCertainPercent()),
                "vat", list(office.vat(), OfficeWriter::vat),
                "tax", office.tax().map(OfficeWriter::tax),
                "seller", office.seller().map(OfficeWriter::seller),
                "vat-area", office.vatArea().map(OfficeWriter::vatArea),
                "records", records(office.records()),
                "numbering",
                        keys(
                                "first-order",
                                "" + office.numbering().firstOrder(),
                                "invoice-prefix",
                                office.numbering().invoicePrefix()),
                "payment", payment(office.payment()),
                "branches", office.branches().map(PackWriter::branches),
                "foreign-identifiers", office.foreignIdentifiers(),
                "postal-codes", list(office.postalCodes(), OfficeWriter::postalCode),
                "cancellation-reasons",
                        list(
                                office.cancellationReasons().entrySet(),
                                one -> keys("reason", one.getKey(), "name", text(one.getValue()))));
    }

    private static Object records(Office.Records records) {
        return keys(
                "keep", records.kept().getYears() + " years",
                "since", text(records.since()),
                "law", text(records.law()));
    }

    private static Object branches(Office.Branches branches) {
        return keys(
                "explanation", text(branches.explanation()),
                "letter", text(branches.letter()),
                "model", text(branches.model()),
                "evidence", list(branches.evidence(), PackWriter::text),
                "refusal-reasons",
                        list(
                                branches.refusalReasons(),
                                flaw ->
                                        keys(
                                                "reason", flaw.id(),
                                                "name", text(flaw.name()),
                                                "text", text(flaw.text()))));
    }

    private static Object closure(Office.Closure closure) {
        return keys(
                "first", closure.first().toString(),
                "last", closure.last().toString(),
                "announce-from", closure.announceFrom().toString(),
                "text", text(closure.text()));
    }

    private static Object form(Office.LegalForm form) {
        return keys(
                "form", form.id(),
                "name", text(form.name()),
                "country", form.country(),
                "statuses", form.statuses(),
                "identifiers", form.identifiers(),
                "account", form.account(),
                "school", "" + form.school(),
                "library", "" + form.library(),
                "may-qualify", "" + form.mayQualify(),
                "explanation", form.explanation().map(PackWriter::text),
                "evidence", list(form.evidence(), PackWriter::text));
    }

    private static Object terms(Map<String, Office.Term> terms, String key) {
        return list(
                terms.values(),
                term ->
                        keys(
                                key,
                                term.id(),
                                "name",
                                text(term.name()),
                                "explanation",
                                term.explanation().map(PackWriter::text)));
    }

    private static Object qualification(Office.Qualification qualification) {
        return keys(
                "valid-for", qualification.validFor().toTotalMonths() + " months",
                "decisive",
                        qualification.decisive().stream()
                                .map(fact ->
                                        fact.name()
                                                .toLowerCase(java.util.Locale.ROOT)
                                                .replace('_', '-'))
                                .toList(),
                "refusal-reasons",
                        list(
                                qualification.refusalReasons(),
                                reason ->
                                        keys(
                                                "reason", reason.id(),
                                                "name", text(reason.name()),
                                                "text", text(reason.text()),
                                                "final", "" + reason.isFinal())),
                "questions",
                        list(
                                qualification.questions(),
                                question ->
                                        keys(
                                                "question", question.id(),
                                                "name", text(question.name()),
                                                "text", text(question.text()))));
    }

    private static Object payment(Office.Payment payment) {
        return keys(
                "beneficiary",
                payment.beneficiary(),
                payment.account().startsWith("LU") ? "iban" : "account",
                payment.account(),
                "bic",
                payment.bic(),
                "instructions",
                text(payment.instructions()),
                "remind-after",
                list(payment.remindAfterDays(), days -> days + " days"),
                "expire-after",
                payment.expireAfterDays() + " days",
                "means",
                list(payment.means(), one -> one.name().toLowerCase(Locale.ROOT)),
                "cheque-expire-after",
                payment.chequeExpireAfterDays() + " days",
                "cheque-address",
                payment.chequeAddress().orElse(null));
    }

    private List<Object> activities(@Nullable String parent) {
        return list(
                pack.activities().byParent().getOrDefault(parent == null ? "" : parent, List.of()),
                this::activity);
    }

    private Object activity(Activities.Node node) {
        var below = activities(node.code());
        return keys(
                "code", node.code(),
                "id", node.id(),
                "name", text(node.name()),
                "school", "" + node.school(),
                "below", below.isEmpty() ? null : below);
    }

    private List<Object> rates() {
        var byDay = new TreeMap<LocalDate, Map<String, Object>>();
        pack.rates()
                .perEuro()
                .forEach((currency, rates) ->
                        rates.forEach((LocalDate day, BigDecimal rate) ->
                                byDay.computeIfAbsent(day, d -> keys("on", d.toString()))
                                        .put(currency.getCode(), rate.toPlainString())));
        return List.copyOf(byDay.values());
    }

    private Object partner(Partner partner) {
        return keys(
                "partner", partner.id().value(),
                "name", partner.name(),
                "website", partner.website(),
                "desk", partner.desk(),
                "about", text(partner.about()),
                "faq", partner.faqText(),
                "programmes",
                        list(
                                pack.programmes().values().stream()
                                        .filter(p -> p.partner().equals(partner.id()))
                                        .<Programme>map(Function.identity())
                                        .toList(),
                                rules::programme));
    }
}
