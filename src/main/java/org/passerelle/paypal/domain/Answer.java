package org.passerelle.paypal.domain;

import java.util.function.Function;

/// What a call to PayPal came to: a value, never an exception.
public sealed interface Answer<T> {

    record Told<T>(T value) implements Answer<T> {}

    /// PayPal understood and said no.
    ///
    /// @param issue PayPal's code, such as `ORDER_NOT_APPROVED` or `RESOURCE_NOT_FOUND`
    /// @param debugId under which PayPal's support finds the call
    record Declined<T>(int status, String issue, String debugId) implements Answer<T> {}

    /// No answer that can be read, or a failure of PayPal's: whether it acted is not known.
    record Silent<T>(String why) implements Answer<T> {}

    default <S> Answer<S> map(Function<T, S> as) {
        return switch (this) {
            case Told<T>(var value) -> new Told<>(as.apply(value));
            case Declined<T>(var status, var issue, var debugId) ->
                    new Declined<>(status, issue, debugId);
            case Silent<T>(var why) -> new Silent<>(why);
        };
    }
}
