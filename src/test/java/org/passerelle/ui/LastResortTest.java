package org.passerelle.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
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
