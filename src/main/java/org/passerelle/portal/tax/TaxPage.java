package org.passerelle.portal.tax;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;

/// What an organisation pays in taxes and why; its VAT number and its exemptions.
///
/// @param taxes what is due today, such as `VAT 17%`
/// @param grounds why, those that decided first
/// @param number empty where no VAT number is asked for
/// @param isHolder whether the reader may change anything
public record TaxPage(
        List<String> taxes,
        List<String> grounds,
        Optional<Number> number,
        List<Row> exemptions,
        List<Option> places,
        boolean isHolder,
        List<Kept> kept,
        Form form,
        FormErrors errors) {

    /// A certificate that was taken in while something else of the form was wrong.
    public record Kept(String id, String name) {}

    /// @param given the number as it is kept; empty where none was given
    public record Number(
            String given, String tone, String state, String detail, String suggested) {}

    /// @param file where the certificate is; empty when it cannot be opened
    public record Row(
            String id,
            String place,
            String days,
            String certificate,
            String file,
            String tone,
            String state,
            String detail,
            boolean mayWithdraw) {}
}
