package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/// Every page and every act below `/staff` × every role, with what the method itself demands: an
/// address may be open to support that only a reviewer may post to. The table is written here a
/// second time; a new address fails until somebody says who may use it.
@ProductTest
@Requirement("ACC-08")
class StaffActsTest {
    private static final Pattern ROLE = Pattern.compile("'([A-Z_]+)'");
    private static final Set<Role> ADMINISTRATOR = EnumSet.of(Role.ADMINISTRATOR);
    private static final Set<Role> REVIEW = EnumSet.of(Role.REVIEWER, Role.ADMINISTRATOR);
    private static final Set<Role> CASES =
            EnumSet.of(Role.REVIEWER, Role.SUPPORT, Role.ADMINISTRATOR);
    private static final Set<Role> FINANCE = EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR);
    private static final Set<Role> PROGRAMME =
            EnumSet.of(Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR);
    private static final Set<Role> HAND_OVER =
            EnumSet.of(Role.PROGRAMME_MANAGER, Role.SUPPORT, Role.ADMINISTRATOR);
    private static final Set<Role> ORDERS =
            EnumSet.of(Role.FINANCE, Role.PROGRAMME_MANAGER, Role.SUPPORT, Role.ADMINISTRATOR);
    private static final Set<Role> PEOPLE = EnumSet.of(Role.SUPPORT, Role.ADMINISTRATOR);
    private static final Set<Role> PAPERS =
            EnumSet.of(Role.REVIEWER, Role.SUPPORT, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR);
    private static final Set<Role> JUDGES =
            EnumSet.of(Role.REVIEWER, Role.PROGRAMME_MANAGER, Role.ADMINISTRATOR);

    private static final Map<String, Set<Role>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("GET /staff", Role.STAFF);
        TABLE.put("GET /staff/offices", Role.STAFF);
        TABLE.put("GET /staff/audit", Role.STAFF);
        TABLE.put("* /staff/messages", Role.STAFF);
        TABLE.put("GET /staff/organisations", Role.STAFF);
        TABLE.put("POST /staff/organisations/{id}/judgements", JUDGES);
        TABLE.put("* /staff/membership", CASES);
        TABLE.put("GET /staff/registers", CASES);
        TABLE.put("GET /staff/cases", CASES);
        TABLE.put("GET /staff/cases/next", REVIEW);
        TABLE.put("POST /staff/cases", REVIEW);
        TABLE.put("GET /staff/evidence", CASES);
        // Which kinds of requests is asked of the pack: another role finds nothing.
        TABLE.put("* /staff/requests", Role.STAFF);
        TABLE.put("GET /staff/changes", CASES);
        TABLE.put("POST /staff/changes", REVIEW);
        TABLE.put("GET /staff/documents", PAPERS);
        TABLE.put("* /staff/organisations/{organisation}/waivers", PROGRAMME);
        TABLE.put("GET /staff/orders", ORDERS);
        TABLE.put("POST /staff/orders/{number}/payments", FINANCE);
        TABLE.put("POST /staff/orders/{number}/return-excess", FINANCE);
        TABLE.put("POST /staff/orders/{number}/transmit", PROGRAMME);
        TABLE.put("POST /staff/orders/{number}/approve", PROGRAMME);
        TABLE.put("POST /staff/orders/{number}/refuse", PROGRAMME);
        TABLE.put("POST /staff/orders/{number}/lines", HAND_OVER);
        TABLE.put("POST /staff/orders/{number}/deliveries", HAND_OVER);
        TABLE.put("GET /staff/returns", ORDERS);
        TABLE.put("POST /staff/returns", HAND_OVER);
        TABLE.put("GET /staff/payments", FINANCE);
        TABLE.put("GET /staff/finance", FINANCE);
        TABLE.put("GET /staff/ledger", FINANCE);
        TABLE.put("* /staff/unpaid", FINANCE);
        TABLE.put("* /staff/cheques", FINANCE);
        TABLE.put("* /staff/organisations/{organisation}/cheques", FINANCE);
        TABLE.put("* /staff/bank", FINANCE);
        TABLE.put("* /staff/tax", FINANCE);
        TABLE.put("* /staff/payouts", FINANCE);
        TABLE.put("GET /staff/paypal", FINANCE);
        TABLE.put("* /staff/invoices", FINANCE);
        TABLE.put("* /staff/rules", PROGRAMME);
        TABLE.put("* /staff/wishes", PROGRAMME);
        TABLE.put("* /staff/comments", HAND_OVER);
        TABLE.put("* /staff/stock", PROGRAMME);
        TABLE.put("* /staff/tokens", HAND_OVER);
        TABLE.put("* /staff/people", PEOPLE);
        TABLE.put("POST /staff/people/{id}/roles", ADMINISTRATOR);
        TABLE.put("POST /staff/people/{id}/close", ADMINISTRATOR);
        TABLE.put("* /staff/integrations", ADMINISTRATOR);
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private record Act(String method, String path, HandlerMethod handler) {}

    @Test
    void every_act_of_staff_is_open_to_exactly_the_roles_of_the_table() {
        var wrong = new TreeSet<String>();
        var seen = new TreeMap<String, Set<Role>>();
        for (var act : acts()) {
            var declared = declared(act);
            var name = act.method() + " " + act.path();
            seen.put(name, allowed(act));
            if (declared == null) {
                wrong.add("nobody declared who may " + name);
            } else if (!allowed(act).equals(declared)) {
                wrong.add(name + " is open to " + allowed(act) + ", the table says " + declared);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).hasSizeGreaterThan(30);
    }

    @Test
    void every_line_of_the_table_is_of_a_page_there_is() {
        var unused = new ArrayList<>(TABLE.keySet());
        acts().forEach(act -> unused.remove(line(act)));
        assertThat(unused).isEmpty();
    }

    private List<Act> acts() {
        var acts = new ArrayList<Act>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> {
                    for (var path : info.getPatternValues()) {
                        if (path.equals("/staff") || path.startsWith("/staff/")) {
                            info.getMethodsCondition()
                                    .getMethods()
                                    .forEach(m -> acts.add(new Act(m.name(), path, handler)));
                        }
                    }
                });
        return acts;
    }

    /// What the address and the method both let through.
    private static Set<Role> allowed(Act act) {
        var allowed = EnumSet.noneOf(Role.class);
        for (var role : Role.STAFF) {
            if (atTheDoor(act.path()).contains(role) && demanded(act).contains(role)) {
                allowed.add(role);
            }
        }
        return allowed;
    }

    private static Set<Role> atTheDoor(String pattern) {
        var path = PathContainer.parsePath(pattern.replaceAll("\\{[^}]*}", "1"));
        return Access.RULES.stream()
                .filter(rule ->
                        PathPatternParser.defaultInstance.parse(rule.pattern()).matches(path))
                .findFirst()
                .orElseThrow()
                .oneOf();
    }

    private static Set<Role> demanded(Act act) {
        var handler = act.handler();
        var found =
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        if (found == null) {
            found =
                    AnnotatedElementUtils.findMergedAnnotation(
                            handler.getBeanType(), PreAuthorize.class);
        }
        if (found == null) {
            return Role.STAFF;
        }
        var roles = EnumSet.noneOf(Role.class);
        ROLE.matcher(found.value())
                .results()
                .forEach(match -> roles.add(Role.valueOf(match.group(1))));
        return roles;
    }

    /// The clock of the demo is there where the demo is.
    private static @Nullable Set<Role> declared(Act act) {
        if (act.path().startsWith("/staff/clock")) {
            return ADMINISTRATOR;
        }
        var line = line(act);
        return line == null ? null : TABLE.get(line);
    }

    /// The longest line that the act is below, of its method before any.
    private static @Nullable String line(Act act) {
        for (var path = act.path(); !path.isEmpty(); path = parent(path)) {
            for (var method : List.of(act.method(), "*")) {
                var line = method + " " + path;
                if (TABLE.containsKey(line)
                        && (!path.equals("/staff") || path.equals(act.path()))) {
                    return line;
                }
            }
        }
        return null;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
