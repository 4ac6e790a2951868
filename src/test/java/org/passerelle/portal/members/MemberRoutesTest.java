package org.passerelle.portal.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.MemberRole;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisations;
import org.passerelle.security.As;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address for members × every role in an organisation, against a table written down here.
///
/// To whom a role does not reach, an address answers 404, as to an outsider; only the form of a
/// token comes back with the reason. A new address for members makes this test fail until it is
/// declared.
@ProductTest
@Requirement("ACC-05")
class MemberRoutesTest {
    private static final List<String> FOR_MEMBERS =
            List.of(
                    "/organisation",
                    "/organisations",
                    "/cart",
                    "/orders",
                    "/returns",
                    "/invoices",
                    "/tokens",
                    "/messages");

    /// Open to a person without any organisation: it says how to come to one, or shows their own.
    private static final List<String> ANYBODY =
            List.of(
                    "GET /organisation",
                    "GET /organisations",
                    "GET /organisation/join",
                    "GET /organisation/registration/new",
                    "POST /organisation/join",
                    "GET /organisation/registration",
                    "POST /organisation/registration",
                    "GET /organisation/waiting",
                    "GET /organisation/branches",
                    "POST /organisation/branches",
                    "GET /organisation/changes",
                    "GET /organisation/tax",
                    "GET /organisation/changes/new",
                    "GET /organisation/members",
                    "GET /organisation/allotments",
                    "GET /organisation/balance",
                    "GET /cart",
                    "GET /cart/review",
                    "GET /orders",
                    "GET /returns",
                    "GET /invoices",
                    "GET /tokens",
                    "GET /messages");

    /// Beginning of the address → least role; the longest that fits counts.
    private static final Map<String, MemberRole> NEEDED = new LinkedHashMap<>();

    static {
        NEEDED.put("GET /", MemberRole.READER);
        NEEDED.put("GET /organisation/registration/", MemberRole.HOLDER);
        NEEDED.put("GET /tokens/", MemberRole.HOLDER);
        NEEDED.put("POST /organisation/registration/", MemberRole.HOLDER);
        NEEDED.put("POST /organisation/changes", MemberRole.HOLDER);
        NEEDED.put("POST /organisation/case", MemberRole.HOLDER);
        NEEDED.put("GET /organisation/data", MemberRole.HOLDER);
        NEEDED.put("POST /organisation/data", MemberRole.HOLDER);
        NEEDED.put("POST /organisation/tax/", MemberRole.HOLDER);
        NEEDED.put("POST /organisation/branches/", MemberRole.HOLDER);
        NEEDED.put("POST /organisation/programmes/", MemberRole.ORDERER);
        NEEDED.put("POST /organisation/members/", MemberRole.HOLDER);
        NEEDED.put("POST /organisation/members/leave", MemberRole.READER);
        NEEDED.put("POST /organisations", MemberRole.READER);
        NEEDED.put("POST /cart", MemberRole.ORDERER);
        NEEDED.put("POST /orders/", MemberRole.ORDERER);
        NEEDED.put("POST /tokens", MemberRole.HOLDER);
    }

    /// Answered by whom something was offered to, or seen by who asked, whatever their role.
    private static final List<String> BY_NAME =
            List.of(
                    "POST /organisation/waiting/",
                    "GET /organisation/join/asked/",
                    "POST /organisation/join/asked/");

    @Autowired WebApplicationContext context;
    @Autowired People people;
    @Autowired Organisations organisations;
    @Autowired Verification verification;
    @Autowired Members members;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private MockMvc pages;
    private OrganisationId id;
    private final Map<String, Person> cast = new LinkedHashMap<>();

    private record Address(HttpMethod method, String pattern) {
        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void assemble() {
        pages =
                MockMvcBuilders.webAppContextSetup(context)
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build();
        var holder = Accounts.member(people);
        id =
                VerificationFixtures.submitted(
                        organisations, verification, holder.id(), VerificationFixtures.rcs());
        cast.put("HOLDER", holder);
        for (var role : List.of(MemberRole.ORDERER, MemberRole.READER)) {
            var person = Accounts.member(people);
            members.invite(holder, id, person.email(), role);
            members.answerInvitation(person, members.invitationsFor(person).getFirst().id(), true);
            cast.put(role.name(), person);
        }
        cast.put("OUTSIDER", Accounts.member(people));
    }

    @Test
    void no_address_does_more_for_a_role_than_is_declared_for_it() throws Exception {
        var wrong = new TreeSet<String>();
        var refusals = 0;
        for (var address : addresses()) {
            if (ANYBODY.contains(address.toString()) || isByName(address)) {
                continue;
            }
            var needed = needed(address);
            if (needed == null) {
                wrong.add("nobody declared the role for " + address);
                continue;
            }
            for (var one : cast.entrySet()) {
                if (!reaches(one.getKey(), needed)) {
                    refusals++;
                    var status = status(address, one.getValue());
                    var byFace =
                            address.toString().equals("POST /tokens")
                                    && !one.getKey().equals("OUTSIDER");
                    if (status != (byFace ? 422 : 404)) {
                        wrong.add(address + " answers " + status + " to " + one.getKey());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refusals).isGreaterThan(80);
    }

    /// A door that is closed to everybody would pass the test above.
    @Test
    void each_role_comes_through_where_the_table_lets_it() throws Exception {
        var wrong = new TreeSet<String>();
        var passed = 0;
        for (var address : addresses()) {
            var whole = !address.pattern().contains("{") && !changesForGood(address);
            var needed = needed(address);
            if (!whole || needed == null || isByName(address)) {
                continue;
            }
            for (var one : cast.entrySet()) {
                if (reaches(one.getKey(), needed) || ANYBODY.contains(address.toString())) {
                    passed++;
                    var status = status(address, one.getValue());
                    if (status == 404 || status == 403 || status >= 500) {
                        wrong.add(address + " answers " + status + " to " + one.getKey());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(passed).isGreaterThan(30);
    }

    /// Leaving and withdrawing would spoil the scene for the others; a registration once submitted
    /// has no form any more.
    private static boolean changesForGood(Address address) {
        return List.of("/organisation/members/leave", "/organisation/case/withdraw")
                        .contains(address.pattern())
                || address.pattern().startsWith("/organisation/registration")
                || address.pattern().equals("/organisation/join")
                || address.toString().equals("POST /organisations")
                || address.toString().equals("POST /cart")
                || address.pattern().startsWith("/organisation/changes");
    }

    private static boolean isByName(Address address) {
        return BY_NAME.stream().anyMatch(address.toString()::startsWith);
    }

    private static boolean reaches(String role, MemberRole needed) {
        return !role.equals("OUTSIDER") && MemberRole.valueOf(role).mayActAs(needed);
    }

    private static @org.jspecify.annotations.Nullable MemberRole needed(Address address) {
        return NEEDED.keySet().stream()
                .filter(address.toString()::startsWith)
                .max(java.util.Comparator.comparingInt(String::length))
                .map(NEEDED::get)
                .orElse(null);
    }

    private List<Address> addresses() {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info ->
                        info.getPatternValues().stream()
                                .filter(MemberRoutesTest::isForMembers)
                                .flatMap(pattern ->
                                        info.getMethodsCondition().getMethods().stream()
                                                .map(method ->
                                                        new Address(
                                                                method.asHttpMethod(), pattern))))
                .distinct()
                .toList();
    }

    private static boolean isForMembers(String pattern) {
        return FOR_MEMBERS.stream()
                .anyMatch(start -> pattern.equals(start) || pattern.startsWith(start + "/"));
    }

    private int status(Address address, Person who) throws Exception {
        var path = path(address.pattern());
        var takesFiles = path.endsWith("/file") || path.endsWith("/evidence");
        var asked = takesFiles ? multipart(path) : request(address.method(), path);
        asked.param("accept", "false")
                .param("role", "READER")
                .param("to", "per_" + UUID.randomUUID())
                .param("organisation", id.toString())
                .param("offer", "no-such")
                .param("quantity", "1")
                .param("kind", "other")
                .param("text", "conditions")
                .param("version", "1")
                .param("key", UUID.randomUUID().toString())
                .with(As.form())
                .with(As.person(who));
        return pages.perform(asked).andReturn().getResponse().getStatus();
    }

    /// Ids of the right kind, of nothing there is.
    private static String path(String pattern) {
        var some = UUID.randomUUID().toString();
        return pattern.replace("/members/{person}", "/members/per_" + some)
                .replace("/invitations/{id}", "/invitations/inv_" + some)
                .replace("/joins/{id}", "/joins/joi_" + some)
                .replace("/hand-over/{id}", "/hand-over/hov_" + some)
                .replace("/branches/{branch}", "/branches/org_" + some)
                .replace("/exemptions/{exemption}", "/exemptions/exm_" + some)
                .replace("{step}", "identity")
                .replace("{delivery}", some)
                .replace("/evidence/{id}", "/evidence/evi_" + some)
                .replace("{evidence}", "evi_" + some)
                .replace("/tokens/{id}", "/tokens/tok_" + some)
                .replace("/documents/{id}", "/documents/doc_" + some)
                .replace("/messages/{id}", "/messages/let_" + some)
                .replaceAll("\\{[^}]*}", "999999");
    }
}
