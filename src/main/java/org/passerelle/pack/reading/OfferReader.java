package org.passerelle.pack.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.OfferId;
import org.passerelle.pack.model.PartnerId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.pack.reading.Vocabulary.Kind;

/// Reads `offers/*.yaml`.
final class OfferReader {
    private final Reading reading;
    private final PartnerReader partners;
    private final CriterionReader criteria;
    private final OfferPartsReader parts;
    private final Map<OfferId, Offer> offers = new LinkedHashMap<>();

    OfferReader(Reading reading, PartnerReader partners) {
        this.reading = reading;
        this.partners = partners;
        this.criteria = new CriterionReader(reading);
        this.parts = new OfferPartsReader(reading);
    }

    /// The offers of all layers; one of a base pack is replaced by ours of the same word.
    Map<OfferId, Offer> read(List<Layer> layers) {
        for (var layer : layers) {
            for (var file : layer.yamlIn("offers")) {
                var path = layer.files().get(file);
                var root =
                        path == null
                                ? Optional.<Fields>empty()
                                : YamlFile.read(path, layer.shown(file), reading.problems())
                                        .flatMap(value -> value.fields(Shapes.OFFERS));
                if (root.isEmpty()) {
                    reading.vocabulary().incomplete(List.of(Kind.OFFER));
                }
                for (var value :
                        root.flatMap(fields -> fields.value("offers"))
                                .map(Value::list)
                                .orElse(List.of())) {
                    value.fields(Shapes.OFFER)
                            .map(fields -> offer(value, fields, layer))
                            .ifPresent(offer -> offers.put(offer.id(), offer));
                }
            }
        }
        return offers;
    }

    private Offer offer(Value value, Fields fields, Layer layer) {
        var words = reading.vocabulary();
        var id = fields.get("offer", words.defining(Kind.OFFER, layer), "");
        var programme = ProgrammeId.of(fields.get("programme", words.using(Kind.PROGRAMME), ""));
        var partner =
                Optional.ofNullable(partners.programmes().get(programme))
                        .map(p -> p.partner())
                        .orElse(PartnerId.of(""));
        var kind = fields.get("kind", Scalars.oneOf(Offer.Kind.class), Offer.Kind.DONATION);
        var title = fields.get("title", reading::localised, Reading.NO_TEXT);
        var onSale = fields.get("on-sale", this::onSale);
        if (!fields.has("vat")) {
            words.use(Kind.VAT, OfferPartsReader.STANDARD_VAT, value.place());
        }
        return new Offer(
                OfferId.of(id),
                fields.get("sku", Scalars::text, id),
                kind,
                partner,
                programme,
                title,
                fields.get("summary", reading::localised, title),
                offers(fields, "succeeds"),
                fields.oneOrMore("categories", words.using(Kind.CATEGORY)),
                fields.get("holds", parts::holds, OfferPartsReader.holdsOf(kind)),
                fields.value("fee").map(parts::fees).orElse(List.of()),
                fields.get("market-value", reading::comparedMoney),
                fields.get("partner-discount", off -> partnerDiscount(off, kind)),
                fields.get("quantity", parts::quantity, new Offer.Quantity(1, Optional.empty())),
                fields.get("stock", parts::stock, new Offer.Stock.Unlimited()),
                fields.list("hand-over", parts::handOver),
                fields.get("delivery", parts::delivery),
                fields.oneOrMore("refund", parts::refund),
                fields.oneOrMore("conditions", words.using(Kind.TEXT)),
                fields.get("description", words.using(Kind.TEXT)),
                fields.get("requirements", words.using(Kind.TEXT)),
                fields.get("usage", words.using(Kind.TEXT)),
                fields.get("eligible", criteria::all),
                fields.value("countries").map(v -> Fields.read(v.oneOrMore(), Scalars::country)),
                onSale.flatMap(OnSale::from),
                onSale.flatMap(OnSale::until),
                offers(fields, "alternatives"),
                fields.get("vat", words.using(Kind.VAT), OfferPartsReader.STANDARD_VAT),
                fields.value("questions")
                        .map(v ->
                                new QuestionReader(reading).list(v, partners.questionsOf(partner)))
                        .orElse(List.of()));
    }

    private static Optional<Integer> partnerDiscount(Value value, Offer.Kind kind) {
        return kind == Offer.Kind.DISCOUNT
                ? Scalars.percent(value)
                : value.wrong("only an offer of kind 'discount' leaves a rest for the partner");
    }

    private List<OfferId> offers(Fields fields, String key) {
        var ids = new ArrayList<OfferId>();
        for (var word : fields.oneOrMore(key, reading.vocabulary().using(Kind.OFFER))) {
            ids.add(OfferId.of(word));
        }
        return List.copyOf(ids);
    }

    private record OnSale(Optional<LocalDate> from, Optional<LocalDate> until) {}

    private Optional<OnSale> onSale(Value value) {
        return value.fields(Shapes.ON_SALE)
                .map(fields -> {
                    var from = fields.get("from", Scalars::date);
                    var until = fields.get("until", Scalars::date);
                    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
                        value.wrong("the sale ends before it begins");
                    }
                    return new OnSale(from, until);
                });
    }
}
