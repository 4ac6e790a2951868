package org.passerelle.demo.paypal;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/// The messages of the simulated PayPal: signed, sent, and sent again when they were not taken.
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class SimulatedMessages {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMessages.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
    static final String CERTIFICATE = "https://simulator.invalid/certs/CERT-demo";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Signing signing = new Signing();
    private final RestClient http;
    private final Environment environment;
    private final Clock clock;

    SimulatedMessages(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
        var factory = new JdkClientHttpRequestFactory(HttpClient.newHttpClient());
        factory.setReadTimeout(ANSWERS_WITHIN);
        this.http = RestClient.builder().requestFactory(factory).build();
    }

    /// @param kind such as `PAYMENT.CAPTURE.COMPLETED`
    /// @param type of the resource, such as `capture`
    String message(String kind, String type, String summary, Map<String, Object> resource) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", "WH-" + code() + "-" + code());
        json.put("event_version", "1.0");
        json.put("create_time", now());
        json.put("resource_type", type);
        json.put("resource_version", "2.0");
        json.put("event_type", kind);
        json.put("summary", summary);
        json.put("resource", resource);
        return JSON.writeValueAsString(json);
    }

    /// Sends without waiting, `times` over.
    void send(String office, String message, int times) {
        Thread.ofVirtual()
                .name("paypal-simulator")
                .start(() -> {
                    for (var i = 0; i < times; i++) {
                        deliver(office, message);
                    }
                });
    }

    /// Sends, and comes back once it was taken or given up.
    void deliver(String office, String message) {
        for (var trial = 1; trial <= TRIES; trial++) {
            try {
                post(office, message);
                return;
            } catch (RestClientException e) {
                LOG.info("The simulated message was not taken: {}", e.getMessage());
                try {
                    Thread.sleep(PAUSE);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void post(String office, String message) {
        var id = UUID.randomUUID().toString();
        var time = now();
        var port = environment.getProperty("local.server.port", "8080");
        http.post()
                .uri("http://localhost:" + port + "/webhooks/paypal/" + office)
                .header("PAYPAL-AUTH-ALGO", Signing.ALGORITHM)
                .header("PAYPAL-CERT-URL", CERTIFICATE)
                .header("PAYPAL-TRANSMISSION-ID", id)
                .header("PAYPAL-TRANSMISSION-TIME", time)
                .header("PAYPAL-TRANSMISSION-SIG", signature(id, time, message))
                .contentType(MediaType.APPLICATION_JSON)
                .body(message)
                .retrieve()
                .toBodilessEntity();
    }

    /// The signature of one transmission of a message.
    String signature(String id, String time, String message) {
        return signing.sign(id, time, SimulatedPayPal.WEBHOOK, message);
    }

    boolean isGenuine(String id, String time, String webhook, String message, String signature) {
        return webhook.equals(SimulatedPayPal.WEBHOOK)
                && signing.isGenuine(id, time, webhook, message, signature);
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// Sixteen capitals and digits, as PayPal's ids are made of.
    static String code() {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes) + "P";
    }
}
