package org.passerelle.backoffice.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.audit.Audit;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.security.As;
import org.passerelle.security.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address to which staff can post leaves a line when it is done (ACC-08).
@ProductTest
@Requirement("ACC-08")
class StaffActsNotedTest {
    @LocalServerPort int port;
    @Autowired WebApplicationContext context;
    @Autowired People people;
    @Autowired Audit audit;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private MockMvc pages;
    private Person admin;

    @BeforeEach
    void signIn() {
        pages =
                MockMvcBuilders.webAppContextSetup(context)
                        .apply(SecurityMockMvcConfigurers.springSecurity())
                        .build();
        admin = Accounts.staff(people, Role.STAFF.toArray(Role[]::new));
    }

    private List<String> postedTo() {
        return mapping.getHandlerMethods().keySet().stream()
                .filter(info ->
                        info.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/staff"))
                .distinct()
                .sorted()
                .toList();
    }

    private long lines() {
        return audit.by(admin.id(), 1000).size();
    }

    /// The clock is not moved: all other tests live by it.
    @Test
    void whatever_is_answered_as_done_stands_in_the_trail() throws Exception {
        var silent = new TreeSet<String>();
        var done = new TreeSet<String>();
        for (var pattern : postedTo()) {
            if (pattern.startsWith("/staff/clock")) {
                continue;
            }
            var before = lines();
            var answer = perform(pattern);
            if (answer.getStatus() < 400) {
                done.add(pattern);
                if (lines() == before) {
                    silent.add(pattern + " answered " + answer.getStatus());
                }
            } else if (lines() != before && answer.getStatus() != 404) {
                silent.add(pattern + " was refused and noted: " + answer.getStatus());
            }
        }
        assertThat(silent).isEmpty();
        assertThat(done).as("some of them are done even with ids of nothing").isNotEmpty();
        assertThat(postedTo()).hasSizeGreaterThan(15);
    }

    private MockHttpServletResponse perform(String pattern) throws Exception {
        var some = UUID.randomUUID().toString();
        var path =
                pattern.replace("/joins/{id}", "/joins/joi_" + some)
                        .replace("/replacements/{id}", "/replacements/hov_" + some)
                        .replace("/recoveries/{id}", "/recoveries/rcv_" + some)
                        .replace("/holder/{id}", "/holder/org_" + some)
                        .replace("/organisations/{id}", "/organisations/org_" + some)
                        .replace("/people/{id}", "/people/per_" + some)
                        .replace("/messages/{id}", "/messages/let_" + some)
                        .replaceAll("\\{[^}]*}", "999999");
        var asked = path.contains("/holder/") ? multipart(path) : post(path);
        asked.param("accept", "false")
                .param("reason", "Un essai")
                .param("organisation", "org_" + some)
                .param("other", "org_" + UUID.randomUUID())
                .param("same", "false")
                .with(As.form())
                .with(As.person(admin));
        return pages.perform(asked).andReturn().getResponse();
    }

    @Test
    void an_act_whose_module_writes_nothing_is_noted_with_address_and_person() {
        var manager = Accounts.staff(people, Role.PROGRAMME_MANAGER);
        var site = Site.signedIn(port, manager);
        var path = "/staff/rules/confirm";

        site.postFrom("/staff/rules", path, java.util.Map.of("hash", "of rules nobody has"));

        assertThat(audit.by(manager.id(), 5))
                .filteredOn(line -> line.action().equals("staff.posted"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.subject().id()).isEqualTo(path);
                    assertThat(line.detail()).isEqualTo(path);
                });
        site.get("/staff/rules");
        assertThat(audit.by(manager.id(), 5))
                .filteredOn(line -> line.action().equals("staff.posted"))
                .hasSize(1);
    }
}
