package org.passerelle.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.words.TestWords;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Requirement("OPS-01")
class LastResortTest {
    private final LastResort resort = new LastResort(TestWords.book());
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/orders");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_database_that_is_away_is_said_with_503_and_when_to_come_back() throws Exception {
        resort.doFilter(
                request,
                response,
                failing(
                        new ServletException(
                                new IllegalStateException(
                                        new SQLTransientConnectionException("timed out")))));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
        assertThat(response.getContentAsString()).contains("La base de données ne répond pas");
    }

    @Test
    void a_machine_gets_a_problem() throws Exception {
        request.setRequestURI("/api/v1/tokens");
        resort.doFilter(
                request, response, failing(new RuntimeException(new SQLException("", "57P01"))));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P03", "53300", "55P03", "40P01", "40001", "25P03"})
    void what_may_be_tried_again_is_said_with_503(String state) throws Exception {
        resort.doFilter(
                request, response, failing(new RuntimeException(new SQLException("", state))));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001"})
    void what_would_fail_again_is_not(String state) {
        assertThatThrownBy(() ->
                        resort.doFilter(
                                request,
                                response,
                                failing(new RuntimeException(new SQLException("", state)))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_else_fails_is_left_to_the_error_page() {
        assertThatThrownBy(() ->
                        resort.doFilter(
                                request, response, failing(new IllegalStateException("a mistake"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_error_page_that_fails_itself_is_replaced_by_a_plain_one() throws Exception {
        request.setDispatcherType(DispatcherType.ERROR);
        request.addHeader("Accept-Language", "en");
        resort.doFilter(request, response, failing(new IllegalStateException("a mistake")));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("An error on our side");
    }

    private static FilterChain failing(Exception failure) {
        return (_, _) -> {
            switch (failure) {
                case ServletException e -> throw e;
                case RuntimeException e -> throw e;
                default -> throw new AssertionError(failure);
            }
        };
    }
}
