package org.passerelle.tax;

import java.util.Optional;

/// A register of VAT numbers that answers a machine, such as VIES. The product has no way to one:
/// where this answers nothing, staff look the number up and write down what they saw (INV-02).
public interface VatRegister {

    /// @param nameFound to whom the number belongs, where the register says it
    /// @param reference of the answer, as evidence
    record Answer(boolean valid, Optional<String> nameFound, Optional<String> reference) {}

    /// Empty when the register cannot be asked; then staff is.
    Optional<Answer> ask(String number);
}
