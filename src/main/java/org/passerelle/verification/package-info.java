/// # verification: is this organisation what it says it is?
///
/// **Owns** cases of qualification, the evidence, questions and answers, promised times, decisions
/// and their grounds, contests. **Asks** `organisation` for what was declared and records the
/// standing there; `pack` for promises, reasons, ready texts and the calendar; `identity` who else
/// may review. **Tells** OrganisationQualified, OrganisationRefused, QualificationLapsed,
/// InformationRequested. **Never** says what an organisation may have: that is `programme`.
///
/// Nobody becomes qualified without a decision that names the person, the evidence on the table and
/// the hash of the rules; types, the face and the table's checks each say so.
@ApplicationModule(
        allowedDependencies = {
            "organisation",
            "identity",
            "pack",
            "pack::model",
            "notification",
            "audit",
            "agenda",
            "document",
            "words"
        })
@NullMarked
package org.passerelle.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
