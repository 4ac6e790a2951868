package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Offices;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address of the program × every role, against a table written down a second time here.
///
/// A new address that is not below one of these beginnings makes this test fail: say here who may
/// open it, and in [Access] unless that is everybody.
@ProductTest
@Requirement("ACC-08")
class RoleMatrixTest {
    private static final Set<Role> SIGNED_IN = EnumSet.allOf(Role.class);
    private static final Set<Role> NOBODY_BY_ROLE = EnumSet.noneOf(Role.class);

    /// The longest beginning that fits an address counts. An empty set: with an API key only.
    private static final Map<String, Set<Role>> DECLARED = new LinkedHashMap<>();

    /// The longest beginning that fits counts here, too.
    private static final List<String> PUBLIC =
            List.of(
                    "/",
                    "/register",
                    "/confirm",
                    "/sign-in",
                    "/stale",
                    "/forgotten-password",
                    "/reset",
                    "/new-email",
                    "/stop-email",
                    "/forgotten-username",
                    "/leave",
                    "/catalogue",
                    "/offers",
                    "/help",
                    "/requests",
                    "/eligibility",
                    "/how-it-works",
                    "/offices",
                    "/verify-token",
                    "/problems",
                    "/api",
                    "/dev",
                    "/accessibility",
                    "/personal-data",
                    "/display",
                    "/error",
                    "/webhooks/paypal",
                    "/actuator");

    static {
        declare("/offers/1/alert", SIGNED_IN);
        declare("/help/1/comments", SIGNED_IN);
        declare("/organisation", SIGNED_IN);
        declare("/organisations", SIGNED_IN);
        declare("/cart", SIGNED_IN);
        declare("/orders", SIGNED_IN);
        declare("/returns", SIGNED_IN);
        declare("/invoices", SIGNED_IN);
        declare("/tokens", SIGNED_IN);
        declare("/messages", SIGNED_IN);
        declare("/account", SIGNED_IN);
        declare("/unsent", SIGNED_IN);
        declare("/partner", EnumSet.of(Role.PARTNER));
        declare("/staff", Role.STAFF);
        declare("/staff/cases", EnumSet.of(Role.REVIEWER, Role.SUPPORT, Role.ADMINISTRATOR));
        declare("/staff/evidence", EnumSet.of(Role.REVIEWER, Role.SUPPORT, Role.ADMINISTRATOR));
        declare("/staff/membership", EnumSet.of(Role.REVIEWER, Role.SUPPORT, Role.ADMINISTRATOR));
        declare("/staff/changes", EnumSet.of(Role.REVIEWER, Role.SUPPORT, Role.ADMINISTRATOR));
        declare(
                "/staff/documents",
                EnumSet.of(
                        Role.REVIEWER, Role.SUPPORT, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR));
        declare(
                "/staff/organisations/1/waivers",
                EnumSet.of(Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR));
        declare("/staff/registers", EnumSet.of(Role.REVIEWER, Role.SUPPORT, Role.ADMINISTRATOR));
        declare("/staff/payments", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/ledger", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/invoices", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/finance", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/unpaid", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/cheques", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/organisations/1/cheques", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/bank", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/tax", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/payouts", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare("/staff/paypal", EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR));
        declare(
                "/staff/orders",
                EnumSet.of(Role.FINANCE, Role.PROGRAMME_MANAGER, Role.SUPPORT, Role.ADMINISTRATOR));
        declare(
                "/staff/returns",
                EnumSet.of(Role.FINANCE, Role.PROGRAMME_MANAGER, Role.SUPPORT, Role.ADMINISTRATOR));
        declare("/staff/offers", EnumSet.of(Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR));
        declare("/staff/rules", EnumSet.of(Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR));
        declare("/staff/wishes", EnumSet.of(Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR));
        declare(
                "/staff/comments",
                EnumSet.of(Role.SUPPORT, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR));
        declare("/staff/stock", EnumSet.of(Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR));
        declare(
                "/staff/tokens",
                EnumSet.of(Role.SUPPORT, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR));
        declare("/staff/people", EnumSet.of(Role.SUPPORT, Role.ADMINISTRATOR));
        declare("/staff/people/1/roles", EnumSet.of(Role.ADMINISTRATOR));
        declare("/staff/people/1/close", EnumSet.of(Role.ADMINISTRATOR));
        declare("/staff/integrations", EnumSet.of(Role.ADMINISTRATOR));
        declare("/staff/clock", EnumSet.of(Role.ADMINISTRATOR));
        declare("/api/v1", NOBODY_BY_ROLE);
    }

    @LocalServerPort int port;
    @Autowired WebInvocationPrivilegeEvaluator doors;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private record Address(String method, String path) {}

    private static void declare(String beginning, Set<Role> oneOf) {
        DECLARED.put(beginning, oneOf);
    }

    @Test
    void every_address_opens_to_exactly_the_roles_declared_for_it() {
        var wrong = new TreeSet<String>();
        for (var address : addresses()) {
            var beginning = beginning(address.path());
            if (beginning.isEmpty()) {
                wrong.add("nobody declared who may open " + address);
                continue;
            }
            var oneOf = DECLARED.get(beginning.get());
            check(address, null, oneOf == null, wrong);
            for (var role : Role.values()) {
                var holder = holder(role);
                var expected = oneOf == null || holder.roles().stream().anyMatch(oneOf::contains);
                check(address, holder, expected, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(addresses()).hasSizeGreaterThan(10);
    }

    @Test
    void whom_a_page_is_not_for_is_led_to_sign_in() {
        var site = Site.visitor(port);
        for (var address : addresses()) {
            var isOurs = beginning(address.path()).map(DECLARED::get).isPresent();
            if (address.method().equals("GET") && isOurs && !address.path().startsWith("/api/")) {
                var answer = site.get(address.path());
                assertThat(answer.statusCode()).as(address.path()).isEqualTo(303);
                assertThat(Site.location(answer)).startsWith("/sign-in?continue=");
            }
        }
    }

    @Test
    void the_table_is_seen_to_bite() {
        assertThat(beginning("/brand-new-page")).isEmpty();
        assertThat(beginning("/staff/cases/1")).contains("/staff/cases");
        assertThat(beginning("/staffroom")).isEmpty();
        assertThat(beginning("/")).contains("/");
        assertThat(allowed(new Address("GET", "/staff/cases/1"), holder(Role.FINANCE))).isFalse();
        assertThat(allowed(new Address("GET", "/staff/cases/1"), holder(Role.REVIEWER))).isTrue();
    }

    private void check(Address address, @Nullable Person who, boolean expected, Set<String> wrong) {
        if (allowed(address, who) != expected) {
            var name = who == null ? "nobody" : who.roles().toString();
            wrong.add(address + (expected ? " is closed to " : " is open to ") + name);
        }
    }

    private boolean allowed(Address address, @Nullable Person who) {
        return doors.isAllowed(
                "",
                address.path(),
                address.method(),
                who == null
                        ? new org.springframework.security.authentication
                                .AnonymousAuthenticationToken(
                                "key",
                                "anonymous",
                                org.springframework.security.core.authority.AuthorityUtils
                                        .createAuthorityList("ROLE_ANONYMOUS"))
                        : new SignedInAuthentication(new SignedIn(who)));
    }

    private List<Address> addresses() {
        var addresses = new ArrayList<Address>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    var methods = new TreeSet<String>();
                    info.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> methods.add(method.name()));
                    for (var method : methods.isEmpty() ? Set.of("GET") : methods) {
                        for (var pattern : info.getPatternValues()) {
                            addresses.add(new Address(method, sample(pattern)));
                        }
                    }
                });
        return addresses;
    }

    private static String sample(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "1").replace("/**", "/1").replace("*", "1");
    }

    private static Optional<String> beginning(String path) {
        var fitting = new ArrayList<>(DECLARED.keySet());
        fitting.addAll(PUBLIC);
        fitting.removeIf(start -> !path.equals(start) && !path.startsWith(start + "/"));
        return fitting.stream().max(java.util.Comparator.comparingInt(String::length));
    }

    private static Person holder(Role role) {
        return new Person(
                PersonId.random(),
                "holder",
                "holder@example.org",
                "A",
                "Holder",
                Language.EN,
                EnumSet.of(Role.MEMBER, role),
                role == Role.PARTNER ? Optional.of("partner") : Optional.empty(),
                role.isStaff() ? Offices.all() : Offices.NONE);
    }
}
