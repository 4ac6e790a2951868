package org.passerelle.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A partner's machine asks whether a token is good.
record MachineScene(String site, String key) {

    /// @param body the answer, or the problem
    record Reply(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    Reply verify(String token) {
        try (var client = HttpClient.newHttpClient()) {
            var reply =
                    client.send(
                            HttpRequest.newBuilder(URI.create(site + "/api/v1/tokens/verify"))
                                    .header("Authorization", "Bearer " + key)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "{\"token\": \"" + token + "\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), JsonMapper.shared().readTree(reply.body()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
