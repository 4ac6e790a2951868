package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/// Addresses that no well-behaved client sends: refused before any page or filter of ours is asked,
/// and yet as a problem, never as a page (OPS-03).
@ProductTest
@Requirement("OPS-03")
class RefusedEarlyTest {
    @LocalServerPort int port;

    private record Raw(int status, String head, String body) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz",
                "GET /api/v1/%00",
                "GET /api/v1/tokens%2fverify",
                "GET /api/v1/x?[a]=|",
                "GET /api/v1/tokens//verify",
                "POST /api/v1/tokens/verify;a=b",
                "GET /api/v1/tokens/%2e%2e/verify",
                "TRACE /api/v1/tokens/verify",
                "WRONG /api/v1/tokens/verify",
                "GET /api/nothing",
                "GET /api/v2/tokens",
                "POST /api/docs",
                "GET /api/v1/nothing"
            })
    void whatever_is_wrong_below_api_is_told_as_a_problem(String line) throws IOException {
        var answer = send(line, "Accept: text/html\r\n");

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.head()).contains("Content-Type: application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/status").asInt()).isEqualTo(answer.status());
        assertThat(problem.at("/title").asString()).isNotBlank();
        assertThat(problem.at("/type").asString()).isNotBlank();
        assertThat(problem.at("/instance").asString("")).isNotEqualTo("/error");
        assertThat(answer.body()).doesNotContain("<");
    }

    @Test
    void a_header_without_end_is_a_problem_too_and_a_page_elsewhere() throws IOException {
        var long20 = "Authorization: Bearer " + "a".repeat(20_000) + "\r\n";
        var machine = send("GET /api/v1/tokens/verify", long20 + "Accept: application/json\r\n");
        assertThat(machine.status()).isEqualTo(400);
        assertThat(machine.body()).doesNotContain("Apache", "org.apache", "Exception");

        var person = send("GET /%00", "");
        assertThat(person.status()).isEqualTo(400);
        assertThat(person.head())
                .contains("text/html", "default-src 'none'", "nosniff")
                .doesNotContain("Server:");
        assertThat(person.body()).contains("<h1>").doesNotContain("<style", "Apache");
    }

    private Raw send(String line, String headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var request =
                    line
                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + headers
                            + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var end = text.indexOf("\r\n\r\n");
            var head = text.substring(0, end);
            return new Raw(
                    Integer.parseInt(head.substring(9, 12)),
                    head,
                    plain(text.substring(end + 4), head.contains("chunked")));
        }
    }

    /// What a chunked body holds in its one chunk.
    private static String plain(String body, boolean isChunked) {
        if (!isChunked) {
            return body;
        }
        var begin = body.indexOf("\r\n") + 2;
        return body.substring(begin, body.indexOf("\r\n", begin));
    }
}
