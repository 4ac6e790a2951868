package org.passerelle.pack.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Localised;
import org.passerelle.kernel.OfficeId;

/// One pack, read, checked and complete: an office with its partners, programmes, offers and texts.
///
/// `hash` is the SHA-256 of all its bytes (its base pack's included) in hexadecimal: the same
/// bytes, the same hash.
public record Pack(
        OfficeId id,
        String hash,
        Office office,
        Activities activities,
        Rates rates,
        Localised title,
        List<Category> categories,
        Map<PartnerId, Partner> partners,
        Map<ProgrammeId, Programme> programmes,
        Map<OfferId, Offer> offers,
        Map<String, RequestKind> requests,
        List<HelpSubject> help,
        List<Deal> deals,
        Texts texts) {

    /// A shelf of the catalogue; a sub-category names the one it is `within` (CAT-02).
    ///
    /// @param also what else people call what stands there; searched, never shown (CAT-02)
    public record Category(
            String id, Localised name, Optional<Localised> also, Optional<String> within) {}

    public Optional<Programme> programme(ProgrammeId id) {
        return Optional.ofNullable(programmes.get(id));
    }

    public Optional<Offer> offer(OfferId id) {
        return Optional.ofNullable(offers.get(id));
    }

    public Optional<Partner> partner(PartnerId id) {
        return Optional.ofNullable(partners.get(id));
    }

    /// The kind of request with this id, if the office takes such requests (HLP-02).
    public Optional<RequestKind> request(String kind) {
        return Optional.ofNullable(requests.get(kind));
    }

    /// The offers of a programme, in the pack's order.
    public List<Offer> offersOf(ProgrammeId programme) {
        return offers.values().stream().filter(o -> o.programme().equals(programme)).toList();
    }

    /// The offer that succeeded this one, if one did (CAT-04).
    public Optional<Offer> successorOf(OfferId id) {
        return offers.values().stream().filter(o -> o.succeeds().contains(id)).findFirst();
    }
}
