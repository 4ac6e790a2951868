package org.passerelle.journey;

import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.CanadianFixture;
import org.passerelle.organisation.Draft;
import org.passerelle.verification.VerificationFixtures;

/// What differs between the two offices in journeys that are walked with both.
enum National {
    LUXEMBOURG("LU-RCS", "Echternach"),
    CANADA("CA-BN", "Maple Grove");

    private final String scheme;
    private final String town;

    National(String scheme, String town) {
        this.scheme = scheme;
        this.town = town;
    }

    OfficeId office() {
        return this == LUXEMBOURG ? VerificationFixtures.LUXEMBOURG : CanadianFixture.CANADA;
    }

    /// Where its organisations of these journeys have their seat.
    String town() {
        return town;
    }

    /// The kind of number of these journeys, as the form for joining names it.
    String numberKind() {
        return office() + "/" + scheme;
    }

    /// A number nobody else has.
    String number() {
        return this == LUXEMBOURG ? VerificationFixtures.rcs() : CanadianFixture.businessNumber();
    }

    /// A registration with nothing missing but its documents, in French.
    Draft complete(String name, String number) {
        return this == LUXEMBOURG
                ? VerificationFixtures.complete(name, number)
                : CanadianFixture.library(name, "CA-ON")
                        .with("identifier." + scheme, number)
                        .with("language", "fr");
    }

    /// Has a reviewer work for this office.
    void isChosenBy(Visitor staff) {
        if (this == CANADA) {
            staff.open("/staff/offices");
            staff.follow("TechSoup Canada");
        }
    }
}
