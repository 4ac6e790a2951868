package org.passerelle.paypal.gateway;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The accounts at PayPal, by office.
///
/// @param answersWithin seconds after which a call is given up; it is asked again later
@ConfigurationProperties("passerelle.paypal")
record PayPalSettings(
        @DefaultValue Map<String, Account> offices, @DefaultValue("15") int answersWithin) {

    /// @param webhookId which PayPal gave to the address its messages go to
    /// @param address of PayPal's API, without a slash at its end
    record Account(
            String clientId,
            String clientSecret,
            String webhookId,
            @DefaultValue("https://api-m.paypal.com") String address) {

        /// The secret stays out of logs.
        @Override
        public String toString() {
            return clientId + " at " + address;
        }
    }
}
