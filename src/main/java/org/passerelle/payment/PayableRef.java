package org.passerelle.payment;

/// What is paid for, in the words of whoever bills it: a kind such as `order` and its number.
public record PayableRef(String kind, String number) {
    @Override
    public String toString() {
        return kind + " " + number;
    }
}
