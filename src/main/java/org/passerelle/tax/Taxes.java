package org.passerelle.tax;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Organisation;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office;
import org.passerelle.tax.domain.TaxFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the tax module: what is known of a buyer, and which taxes it pays today (INV-02).
@Service
@Transactional(readOnly = true)
public class Taxes {
    private final TaxFile file;
    private final Organisations organisations;
    private final Packs packs;
    private final Clock clock;

    Taxes(TaxFile file, Organisations organisations, Packs packs, Clock clock) {
        this.file = file;
        this.organisations = organisations;
        this.packs = packs;
        this.clock = clock;
    }

    /// Everything about an organisation that taxes depend on; goods go to its registered address.
    public Buyer buyer(OrganisationId organisation) {
        return buyer(organisations.get(organisation));
    }

    public Buyer buyer(Organisation organisation) {
        var address = organisation.profile().address();
        var number = file.number(organisation.id());
        return new Buyer(
                true,
                address.map(Address::country).orElse(organisation.profile().country()),
                address.flatMap(Address::region),
                number.map(GivenNumber::number),
                number.flatMap(GivenNumber::lastCheck),
                file.exemptions(organisation.id()).stream()
                        .filter(one -> one.state() instanceof Exemption.Accepted)
                        .toList());
    }

    /// What an organisation would pay today on an offer of this category, and why.
    public TaxDecision today(OrganisationId organisation, String category) {
        var office = packs.get(organisations.get(organisation).office()).office();
        return Taxation.of(office, buyer(organisation), category, today(office));
    }

    /// Whose certificate, or whose evidence of a check, a file is.
    public Optional<OrganisationId> ofFile(DocumentId document) {
        return file.ofFile(document);
    }

    /// The day in the zone of an office.
    public LocalDate today(Office office) {
        return clock.instant().atZone(office.zone()).toLocalDate();
    }
}
