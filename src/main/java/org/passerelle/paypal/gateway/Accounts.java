package org.passerelle.paypal.gateway;

import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Office.Payment.Means;
import org.passerelle.paypal.gateway.PayPalSettings.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Which account an office has. A demo has one of its own: the simulator that it serves itself.
@Component
@EnableConfigurationProperties(PayPalSettings.class)
class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private final PayPalSettings settings;
    private final Packs packs;
    private final Environment environment;

    Accounts(PayPalSettings settings, Packs packs, Environment environment) {
        this.settings = settings;
        this.packs = packs;
        this.environment = environment;
    }

    Optional<Account> of(OfficeId office) {
        var set = Optional.ofNullable(settings.offices().get(office.value()));
        return set.isPresent() || !isDemo() ? set : Optional.of(simulated(office));
    }

    private boolean isDemo() {
        return environment.getProperty("passerelle.demo", Boolean.class, false);
    }

    private Account simulated(OfficeId office) {
        var port = environment.getProperty("local.server.port", "8080");
        return new Account(
                "demo-" + office.value(),
                "demo",
                "DEMO",
                "http://localhost:" + port + "/demo/paypal/api");
    }

    /// An office that promises card and PayPal without an account cannot keep it.
    @EventListener(ApplicationReadyEvent.class)
    void tellOfMissing() {
        for (var pack : packs.installed()) {
            if (pack.office().payment().takes(Means.PAYPAL) && of(pack.id()).isEmpty()) {
                LOG.warn(
                        "{} takes card and PayPal, but passerelle.paypal.offices.{} is not set:"
                                + " nobody is offered them.",
                        pack.id(),
                        pack.id());
            }
        }
    }
}
