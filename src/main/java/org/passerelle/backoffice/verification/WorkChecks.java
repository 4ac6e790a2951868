package org.passerelle.backoffice.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.backoffice.verification.WorkPage.Check;
import org.passerelle.backoffice.verification.WorkPage.Document;
import org.passerelle.organisation.Address;
import org.passerelle.organisation.Declared;
import org.passerelle.organisation.Organisation;
import org.passerelle.pack.model.Pack;
import org.passerelle.words.Words;

/// What can be checked without a register, said beside the data. None of it decides.
record WorkChecks(Pack pack, Words words) {
    private static final String PREFIX = "verification.check.";

    List<Check> of(Organisation organisation, List<String> lacking, List<Document> documents) {
        var checks = new ArrayList<Check>();
        var profile = organisation.profile();
        for (var scheme : profile.identifiers().keySet()) {
            checks.add(ok("number", words.get("organisation.scheme." + scheme)));
        }
        profile.form()
                .ifPresent(form -> checks.add(ok("form", new Declared(pack, words).form(form))));
        checks.add(
                lacking.isEmpty()
                        ? ok("documents")
                        : warn("documents.lacking", String.join(", ", lacking)));
        var withheld = documents.stream().filter(one -> !one.note().isEmpty()).count();
        if (withheld > 0) {
            checks.add(warn("documents.withheld", withheld));
        }
        profile.officialEmail().ifPresent(email -> checks.add(domain(email, profile.website())));
        profile.address()
                .filter(Address::isPostOfficeBox)
                .ifPresent(_ -> checks.add(warn("post-office-box")));
        return checks;
    }

    /// An address at the website's own domain says more than one at a mail provider.
    private Check domain(String email, Optional<String> website) {
        var domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (website.isEmpty()) {
            return warn("domain.no-website", domain);
        }
        var host = java.net.URI.create(website.get()).getHost().toLowerCase(Locale.ROOT);
        var same = host.equals(domain) || host.endsWith("." + domain);
        return same ? ok("domain", domain) : warn("domain.differs", domain, host);
    }

    private Check ok(String key, Object... arguments) {
        return new Check("ok", words.get(PREFIX + key, arguments));
    }

    private Check warn(String key, Object... arguments) {
        return new Check("warn", words.get(PREFIX + key, arguments));
    }
}
