package org.passerelle.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.Localised;
import org.passerelle.pack.model.Offer;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.RequestKind;
import org.passerelle.pack.model.Texts;

/// The names that packs give to codes, for a reader of one language. What no pack knows any more
/// has no name.
///
/// @param packs where to look, the likeliest first
public record PackNames(List<Pack> packs, Language language) {

    public Optional<String> office(String id) {
        return first(pack ->
                pack.id().value().equals(id)
                        ? Optional.of(pack.office().name())
                        : Optional.empty());
    }

    public Optional<String> partner(String id) {
        return packs.stream()
                .flatMap(pack -> pack.partners().values().stream())
                .filter(partner -> partner.id().value().equals(id))
                .findFirst()
                .map(partner -> partner.name());
    }

    public Optional<String> programme(String id) {
        return first(pack ->
                pack.programmes().values().stream()
                        .filter(programme -> programme.id().value().equals(id))
                        .findFirst()
                        .map(programme -> programme.title()));
    }

    public Optional<String> offer(String id) {
        return first(pack ->
                pack.offers().values().stream()
                        .filter(offer -> offer.id().value().equals(id))
                        .findFirst()
                        .map(offer -> offer.title()));
    }

    /// The offer whose codes are in the pool.
    public Optional<String> pool(String pool) {
        return first(pack ->
                pack.offers().values().stream()
                        .filter(offer -> offer.stock().equals(new Offer.Stock.CodePool(pool)))
                        .findFirst()
                        .map(Offer::title));
    }

    /// What people ask the office for.
    public Optional<String> request(String kind) {
        return first(pack -> pack.request(kind).map(RequestKind::title));
    }

    /// The question that staff judges.
    public Optional<String> judgement(String id) {
        return first(pack ->
                Optional.ofNullable(pack.office().judgements().get(id)).map(Office.Term::name));
    }

    /// Why a case, or a branch’s letter, is refused.
    public Optional<String> reason(String id) {
        return first(pack ->
                reasons(pack.office())
                        .filter(reason -> reason.getKey().equals(id))
                        .findFirst()
                        .map(Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, Localised>> reasons(Office office) {
        return Stream.concat(
                office.qualification().refusalReasons().stream()
                        .map(one -> Map.entry(one.id(), one.name())),
                office.branches().stream()
                        .flatMap(branches -> branches.refusalReasons().stream())
                        .map(one -> Map.entry(one.id(), one.name())));
    }

    /// The title of a text, such as the conditions of an offer.
    public Optional<String> text(String path) {
        return packs.stream()
                .flatMap(pack ->
                        pack.texts().find(path, language, pack.office().languages()).stream())
                .findFirst()
                .map(Texts.Text::title);
    }

    private Optional<String> first(Function<Pack, Optional<Localised>> name) {
        return packs.stream()
                .flatMap(pack -> name.apply(pack).stream())
                .findFirst()
                .map(found -> found.in(language));
    }
}
