package org.passerelle.api;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.identity.IssuedKey;
import org.passerelle.security.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A partner's machine that calls the real port, and holds every answer against the description
/// that partners are given.
final class Machine {
    static final String GOOD = "123a4567@1b234c5de6789000";

    private final Site site;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Machine(int port) {
        site = Site.visitor(port);
        headers.put("Content-Type", "application/json");
    }

    static Machine with(int port, IssuedKey key) {
        return nobody(port).header("Authorization", "Bearer " + key.text());
    }

    static Machine nobody(int port) {
        return new Machine(port);
    }

    Machine header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Machine without(String name) {
        headers.remove(name);
        return this;
    }

    record Reply(int status, Map<String, List<String>> headers, String text, List<String> faults) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        String code() {
            return json().path("code").asString("");
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of(""))
                    .getFirst();
        }
    }

    Reply verify(String token) {
        return post("/api/v1/tokens/verify", body(token));
    }

    Reply redeem(String token) {
        return redeem(token, UUID.randomUUID().toString());
    }

    Reply redeem(String token, String idempotencyKey) {
        header("Idempotency-Key", idempotencyKey);
        var reply = post("/api/v1/tokens/redeem", body(token));
        without("Idempotency-Key");
        return reply;
    }

    static String body(String token) {
        return "{\"token\": \"" + token + "\"}";
    }

    Reply post(String path, String body) {
        var request = site.request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        var answer = site.send(request.build());
        var faults = new ArrayList<>(Description.faultsOf(path, answer));
        if (answer.statusCode() == 200) {
            faults.addAll(Description.faultsOf(path, headers, body));
        }
        return new Reply(answer.statusCode(), answer.headers().map(), answer.body(), faults);
    }

    Reply get(String path) {
        var request = site.request(path).GET();
        headers.forEach(request::setHeader);
        var answer = site.send(request.build());
        return new Reply(answer.statusCode(), answer.headers().map(), answer.body(), List.of());
    }
}
