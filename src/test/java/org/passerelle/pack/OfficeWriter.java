package org.passerelle.pack;

import static org.passerelle.pack.PackWriter.keys;

import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.PostalCode;

/// Parts of an office as a pack writes them.
final class OfficeWriter {
    private OfficeWriter() {}

    static Object promises(Office.Promises promises) {
        return keys(
                "qualification", days(promises.qualificationBusinessDays()),
                "change", days(promises.changeBusinessDays()),
                "join", days(promises.joinBusinessDays()),
                "hand-over", days(promises.handOverBusinessDays()),
                "reply", days(promises.replyBusinessDays()),
                "parcel", days(promises.parcelBusinessDays()));
    }

    private static String days(int count) {
        return count + " business days";
    }

    static Object postalCode(PostalCode code) {
        return keys(
                "country", code.country(),
                "form", code.form(),
                "example", code.example(),
                "letters", code.letters());
    }
}
