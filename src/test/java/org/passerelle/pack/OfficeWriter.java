package org.passerelle.pack;

import static org.passerelle.pack.PackWriter.keys;

import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.PostalCode;
import org.passerelle.pack.model.Seller;
import org.passerelle.pack.model.VatArea;
import org.passerelle.pack.model.VatRate;

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

    static Object vat(VatRate rate) {
        return keys(
                "category", rate.category(),
                "tax", rate.tax(),
                "region", rate.region(),
                "name", rate.name().map(PackWriter::text),
                "percent", rate.percent().toPlainString(),
                "from", rate.from().toString(),
                "until", rate.until().map(Object::toString),
                "exempt", rate.exempt().map(PackWriter::text));
    }

    static Object tax(Office.TaxTerms tax) {
        return keys(
                "excluded", PackWriter.text(tax.excluded()),
                "included", PackWriter.text(tax.included()));
    }

    static Object vatArea(VatArea area) {
        return keys(
                "name", PackWriter.text(area.name()),
                "check-valid-for", area.checkValidFor().toTotalMonths() + " months",
                "reverse-charge", PackWriter.text(area.reverseCharge()),
                "members",
                        PackWriter.list(
                                area.members(),
                                one ->
                                        keys(
                                                "country", one.country(),
                                                "from", one.from().toString(),
                                                "until", one.until().map(Object::toString),
                                                "number", one.number(),
                                                "scheme", one.scheme())));
    }

    static Object seller(Seller seller) {
        var address = seller.address();
        return keys(
                "name", seller.name(),
                "address",
                        keys(
                                "street", address.street(),
                                "postal-code", address.postalCode(),
                                "town", address.town(),
                                "region", address.region(),
                                "country", address.country()),
                "vat-number", seller.vatNumber(),
                "tax-numbers",
                        PackWriter.list(
                                seller.taxNumbers(),
                                one ->
                                        keys(
                                                "name", PackWriter.text(one.name()),
                                                "number", one.number())),
                "registration", seller.registration(),
                "electronic-address",
                        seller.electronicAddress()
                                .map(one -> keys("scheme", one.scheme(), "id", one.id())));
    }
}
