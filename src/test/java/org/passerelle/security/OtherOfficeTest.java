package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.security.ForeignIdsTest.said;
import static org.passerelle.security.ForeignIdsTest.sameKind;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.BankFiles;
import org.passerelle.banking.Banking;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.help.AskOutcome;
import org.passerelle.help.Comments;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.help.WrittenComment;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.ApiKeys;
import org.passerelle.identity.Offices;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Recovery;
import org.passerelle.identity.RecoveryOutcome;
import org.passerelle.identity.RegainingAccess;
import org.passerelle.identity.Role;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Language;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.Comings;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisations;
import org.passerelle.payment.Payouts;
import org.passerelle.returns.GivenBack;
import org.passerelle.tax.TaxPapers;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address below `/staff` × somebody with every role at another office: what it names is to
/// them as what never was, and no list, search or trail shows it (ACC-08).
///
/// An address with a name in it that is not in the table below makes this test fail: say there
/// whose thing it is, or that it belongs to everybody.
@ProductTest
@Requirement("ACC-08")
class OtherOfficeTest {
    private static final OfficeId HERE = OfficeId.of("socialware-lu");
    private static final OfficeId ELSEWHERE = OfficeId.of("techsoup-ca");

    /// Public registers; offers and pools are those of the office the page is about.
    private static final Set<String> EVERYBODYS =
            Set.of(
                    "/staff/stock/{offer}",
                    "/staff/registers/{register}/{number}",
                    "/staff/payouts/files/{name}");

    @Autowired OrderingFixture house;
    @Autowired Banking banking;
    @Autowired Payouts payouts;
    @Autowired Verification verification;
    @Autowired ChangeRequests changes;
    @Autowired HelpDesk help;
    @Autowired Comments comments;
    @Autowired IssuedInvoice issued;
    @Autowired GivenBack givenBack;
    @Autowired Documents documents;
    @Autowired TaxPapers papers;
    @Autowired Organisations organisations;
    @Autowired Members members;
    @Autowired People people;
    @Autowired RegainingAccess access;
    @Autowired ApiKeys keys;
    @Autowired Notification notification;
    @Autowired WebApplicationContext product;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private MockMvcTester pages = MockMvcTester.of(List.of());

    /// Beginning of a pattern → what an organisation of here has by that name.
    private final Map<String, String> things = new LinkedHashMap<>();

    private OrderingFixture.Buyer buyer =
            new OrderingFixture.Buyer(OrganisationId.random(), Accounts.nobody());

    @BeforeEach
    void anOrganisationOfHereHasOneOfEach() {
        pages = As.pages(product);
        buyer = house.qualified();
        var organisation = buyer.organisation();
        var comings = Comings.to(organisation, buyer.holder(), organisations, members, people);
        var change = changed();
        things.put("/staff/cases/{id}", verification.casesOf(organisation).getFirst().id() + "");
        things.put(
                "/staff/evidence/{id}", verification.evidenceOf(organisation).getFirst().id() + "");
        things.put("/staff/organisations/{id}", organisation.toString());
        things.put("/staff/organisations/{organisation}", organisation.toString());
        things.put("/staff/tokens/{organisation}", organisation.toString());
        things.put("/staff/tax/{organisation}", organisation.toString());
        things.put("/staff/tax/documents/{id}", papers.certificate(buyer));
        things.put("/staff/ledger/organisations/{id}", organisation.toString());
        things.put("/staff/membership/holder/{id}", organisation.toString());
        things.put("/staff/membership/joins/{id}", comings.request().id().toString());
        things.put("/staff/membership/replacements/{id}", comings.handOver().id().toString());
        things.put("/staff/membership/recoveries/{id}", forgotten());
        things.put("/staff/changes/{number}", "" + change.number());
        things.put("/staff/documents/{id}", change.documents().getFirst().toString());
        var order = house.placed(buyer, OrderingFixture.WINDOWS, "1");
        things.put("/staff/orders/{number}", order.number().toString());
        things.put("/staff/returns/{number}", givenBack.announced(buyer).number().toString());
        things.put("/staff/unpaid/{number}", order.number().toString());
        things.put("/staff/invoices/{number}", issued.to(organisation, HERE).toString());
        things.put("/staff/requests/{number}", "" + helped());
        var movement = BankFiles.booked(banking, HERE);
        things.put("/staff/bank/movements/{id}", movement.id().toString());
        things.put("/staff/payouts/{id}", BankFiles.sentBack(movement, banking, payouts));
        things.put("/staff/bank/statements/{id}", movement.statement().toString());
        things.put("/staff/comments/{id}", WrittenComment.by(buyer.holder(), HERE, comments));
        var letter = notification.ofOrganisation(organisation).getFirst();
        things.put("/staff/messages/{id}", letter.id() + "");
        things.put("/staff/people/{id}", buyer.holder().id().toString());
        things.put("/staff/integrations/{id}", key());
    }

    @Test
    void what_belongs_to_another_office_is_to_its_staff_as_what_never_was() {
        var stranger = everythingAt(ELSEWHERE);
        var colleague = everythingAt(HERE);
        var wrong = new TreeSet<String>();
        var tried = 0;
        for (var address : addresses()) {
            var theirs = filled(address.pattern(), false);
            var nobodys = filled(address.pattern(), true);
            if (theirs.isEmpty() || nobodys.isEmpty()) {
                if (!EVERYBODYS.contains(address.pattern())) {
                    wrong.add("nobody declared whose " + address + " is");
                }
                continue;
            }
            tried++;
            var foreign = said(ask(stranger, address.method(), theirs.get()));
            var unknown = said(ask(stranger, address.method(), nobodys.get()));
            if (!foreign.equals(unknown) || !foreign.startsWith("404")) {
                wrong.add(address + ": theirs " + foreign + ", nobody's " + unknown);
            }
            if (isPlainPage(address)
                    && !said(ask(colleague, address.method(), theirs.get())).startsWith("200")) {
                wrong.add(address + " is closed to its own office, too");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(40);
        untouched();
    }

    private void untouched() {
        assertThat(members.joinRequests(buyer.organisation())).isNotEmpty();
        assertThat(changes.openOf(buyer.organisation())).isPresent();
        assertThat(members.of(buyer.organisation())).hasSize(2);
    }

    @Test
    void no_form_takes_the_name_of_a_thing_of_another_office() {
        var stranger = everythingAt(ELSEWHERE);
        var organisation = buyer.organisation().toString();
        var duplicates =
                Map.of("organisation", organisation, "other", organisation, "same", "true");
        assertThat(posted(stranger, "/staff/membership/duplicates", duplicates)).isEqualTo(404);
        assertThat(
                        posted(
                                stranger,
                                "/staff/cases/next",
                                Map.of("after", named("/staff/cases/{id}"))))
                .isEqualTo(404);
        assertThat(
                        posted(
                                stranger,
                                "/staff/integrations",
                                Map.of("partner", HERE + "/adobe", "label", "x")))
                .isEqualTo(404);
    }

    @Test
    void no_list_search_or_trail_tells_of_another_office() {
        var stranger = everythingAt(ELSEWHERE);
        var colleague = everythingAt(HERE);
        var name = organisations.get(buyer.organisation()).name();
        var email = buyer.holder().email();
        var asked = new ArrayList<>(lists());
        var search = "?office=" + HERE + "&q=" + name + "&text=" + name + "&email=" + email;
        lists().forEach(list -> asked.add(list + search));
        asked.add("/staff/messages?text=" + email);
        List.of(buyer.holder().id(), buyer.organisation(), name, email)
                .forEach(about -> asked.add("/staff/audit?about=" + about));
        var told = new TreeSet<String>();
        var toOwn = 0;
        for (var address : asked) {
            var page = body(ask(stranger, "GET", address));
            if (tells(page, address, name)) {
                told.add(address);
            }
            toOwn += tells(body(ask(colleague, "GET", address)), address, name) ? 1 : 0;
        }
        assertThat(told).isEmpty();
        assertThat(toOwn).as("pages that tell its own office of it").isGreaterThan(12);
    }

    /// Whether a page says more than was asked.
    private boolean tells(String page, String address, String name) {
        var holder = buyer.holder();
        return page.contains("/staff/organisations/" + buyer.organisation())
                || page.contains("/staff/people/" + holder.id())
                || (page.contains(name) && !address.contains(name))
                || (page.contains(holder.email()) && !address.contains(holder.email()))
                || (page.contains(holder.username()) && !address.contains(holder.username()));
    }

    @Test
    void staff_without_an_office_that_is_here_see_no_page_of_staff() {
        var lost = everythingAt(OfficeId.of("gone-away"));
        for (var list : lists()) {
            assertThat(said(ask(lost, "GET", list))).as(list).startsWith("403");
        }
    }

    @Test
    void what_concerns_all_offices_is_for_those_who_work_for_all() {
        var account = Accounts.member(people);
        var one = everythingAt(HERE);
        var all = Accounts.staff(people, Role.ADMINISTRATOR);
        var page = "/staff/people/" + account.id();
        assertThat(said(ask(one, "GET", page))).startsWith("404");
        assertThat(said(ask(all, "GET", page))).startsWith("200");
        var trail = "/staff/audit?about=" + account.id();
        assertThat(body(ask(one, "GET", trail))).doesNotContain("Compte créé");
        assertThat(body(ask(all, "GET", trail))).contains("Compte créé");
    }

    private Person everythingAt(OfficeId office) {
        return Accounts.staffOf(people, Offices.of(office), Role.STAFF.toArray(Role[]::new));
    }

    private record Address(String method, String pattern) {}

    private List<Address> addresses() {
        var found = new ArrayList<Address>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info ->
                        info.getPatternValues().stream()
                                .filter(path -> path.startsWith("/staff/") && path.contains("{"))
                                .forEach(path ->
                                        info.getMethodsCondition()
                                                .getMethods()
                                                .forEach(method ->
                                                        found.add(
                                                                new Address(
                                                                        method.name(), path)))));
        return found;
    }

    private List<String> lists() {
        var lists = new TreeSet<String>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info ->
                        info.getPatternValues().stream()
                                .filter(path -> path.startsWith("/staff") && !path.contains("{"))
                                .filter(_ ->
                                        info.getMethodsCondition().getMethods().stream()
                                                .anyMatch(one -> one.name().equals("GET")))
                                .forEach(lists::add));
        return List.copyOf(lists);
    }

    /// Whether the address names nothing but what is in the table.
    private static boolean isPlainPage(Address address) {
        return address.method().equals("GET")
                && address.pattern().indexOf('{') == address.pattern().lastIndexOf('{')
                && !address.pattern().endsWith("/proof");
    }

    private Optional<String> filled(String pattern, boolean unknown) {
        return things.entrySet().stream()
                .filter(thing ->
                        pattern.equals(thing.getKey()) || pattern.startsWith(thing.getKey() + "/"))
                .map(thing ->
                        pattern.replaceFirst(
                                        "\\{[^}]+}",
                                        unknown ? sameKind(thing.getValue()) : thing.getValue())
                                .replaceAll("\\{[^}]+}", "1"))
                .findFirst();
    }

    private String named(String beginning) {
        return Optional.ofNullable(things.get(beginning)).orElseThrow();
    }

    private MvcTestResult ask(Person who, String method, String path) {
        var address = path.split("\\?", 2);
        var request =
                pages.method(HttpMethod.valueOf(method))
                        .uri(address[0])
                        .with(As.person(who))
                        .with(As.form());
        if (address.length > 1) {
            for (var pair : address[1].split("&")) {
                var parameter = pair.split("=", 2);
                request.param(parameter[0], parameter[1]);
            }
        }
        return request.exchange();
    }

    private int posted(Person who, String path, Map<String, String> form) {
        var request = pages.post().uri(path).with(As.person(who)).with(As.form());
        form.forEach(request::param);
        return request.exchange().getResponse().getStatus();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String forgotten() {
        var typed =
                new Recovery.Typed("Ada", "ada@example.org", "Une", "F1", "Please", Language.FR);
        var asked =
                (RecoveryOutcome.Asked)
                        access.ask(typed, HERE, "198.51.100." + UUID.randomUUID().hashCode() % 100);
        return access.byLink(asked.link()).orElseThrow().id().toString();
    }

    private String key() {
        var label = UUID.randomUUID().toString();
        keys.issue(OrderingFixture.STAFF, HERE, "adobe", label, Set.of("tokens:verify"));
        var issued = keys.of(HERE).stream().filter(one -> one.label().equals(label));
        return issued.findFirst().orElseThrow().id();
    }

    private long helped() {
        var asker =
                new HelpRequest.Asker(
                        Optional.of(buyer.holder().id()),
                        Optional.of(buyer.organisation()),
                        buyer.holder().name(),
                        buyer.holder().email(),
                        Language.FR);
        var outcome = help.ask(HERE, "advice", asker, Map.of("need", "Dessiner"), List.of());
        return ((AskOutcome.Asked) outcome).number();
    }

    private ChangeRequest changed() {
        var holder = Optional.of(buyer.holder().id());
        var file = new ByteArrayInputStream(VerificationFixtures.PDF);
        var taken = (TakeOutcome.Taken) documents.take(holder, "statuts.pdf", file, 1);
        changes.ask(
                buyer.actor(),
                buyer.holder().id(),
                buyer.organisation(),
                Draft.empty().with("legal-name", "Une autre " + UUID.randomUUID()),
                "",
                List.of(taken.document().id()));
        return changes.openOf(buyer.organisation()).orElseThrow();
    }
}
