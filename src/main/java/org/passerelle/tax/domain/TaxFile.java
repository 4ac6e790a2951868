package org.passerelle.tax.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.tax.Exemption;
import org.passerelle.tax.ExemptionId;
import org.passerelle.tax.GivenNumber;
import org.passerelle.tax.VatCheck;

/// The tax facts of organisations.
public interface TaxFile {

    /// The number with the checks of this very number, newest first.
    Optional<GivenNumber> number(OrganisationId organisation);

    /// In place of the one before.
    void give(
            OrganisationId organisation, OfficeId office, String number, Instant at, Signature by);

    /// Answers whether there was one.
    boolean remove(OrganisationId organisation);

    void add(OrganisationId organisation, VatCheck check);

    /// Whose number of this office nobody has checked, or whose check ends before a day; those who
    /// wait longest first.
    List<OrganisationId> toCheck(OfficeId office, LocalDate before);

    /// Newest first.
    List<Exemption> exemptions(OrganisationId organisation);

    Optional<Exemption> exemption(ExemptionId id);

    /// Held until the transaction ends.
    Optional<Exemption> lock(ExemptionId id);

    void add(Exemption asked, OfficeId office);

    void save(Exemption decided);

    /// Those nobody has decided, oldest first.
    List<Exemption> asked(OfficeId office);

    /// Accepted ones that still hold on a day or later, the soonest end first.
    List<Exemption> holding(OfficeId office, LocalDate day);

    /// Whose certificate, or whose evidence of a check, a file is.
    Optional<OrganisationId> ofFile(DocumentId file);
}
