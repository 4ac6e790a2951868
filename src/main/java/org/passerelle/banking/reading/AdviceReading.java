package org.passerelle.banking.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.banking.FileFault.Kind;
import org.passerelle.banking.domain.Advised;

/// One `Rpt` of a camt.052 or `Ntfctn` of a camt.054: what it tells of bookings of an account.
record AdviceReading(String account, List<Advised> advised) {

    static AdviceReading of(Node node) throws FileRefused {
        var account = EntryReading.account(node.one("Acct"));
        if (account.isEmpty()) {
            throw new FileRefused(Kind.MISSING, node.line(), "Acct/Id");
        }
        Optional<LocalDate> created = Amounts.day(node.one("CreDtTm"));
        var advised = new ArrayList<Advised>();
        for (var entry : node.all("Ntry").toList()) {
            new EntryReading(entry, account, created).advised().ifPresent(advised::add);
        }
        return new AdviceReading(account, advised);
    }
}
