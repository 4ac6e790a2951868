package org.passerelle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.catalogue.ProductAlerts;
import org.passerelle.document.Documents;
import org.passerelle.document.TakeOutcome;
import org.passerelle.help.AskOutcome;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.Language;
import org.passerelle.notification.Notification;
import org.passerelle.ordering.Order;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.organisation.ChangeRequest;
import org.passerelle.organisation.ChangeRequests;
import org.passerelle.organisation.Comings;
import org.passerelle.organisation.Draft;
import org.passerelle.organisation.Members;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.OfferId;
import org.passerelle.tax.ExemptionOutcome;
import org.passerelle.tax.Exemptions;
import org.passerelle.token.Representative;
import org.passerelle.token.TokenOutcome;
import org.passerelle.token.TokenState;
import org.passerelle.token.TokenView;
import org.passerelle.token.Tokens;
import org.passerelle.verification.Verification;
import org.passerelle.verification.VerificationFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address of members that names a thing × the holder of another organisation: the answer is
/// the one for a thing that never was, and nothing happens to it (ACC-08).
///
/// An address with a name in it that is not in the table below makes this test fail: say there
/// whose thing it is, or that it belongs to everybody.
@ProductTest
@Requirement({"ACC-08", "ORD-01", "TOK-02", "ORG-01"})
class ForeignIdsTest {
    private static final List<String> MEMBERS =
            List.of("/organisation", "/orders", "/tokens", "/messages", "/cart", "/account");

    /// Names of things that all may name: offers and programmes of the office, steps of a form.
    private static final List<String> EVERYBODYS =
            List.of(
                    "/cart/{offer}/quantity",
                    "/cart/{old}/successor",
                    "/cart/{offer}/conditions",
                    "/cart/{offer}/answers",
                    "/cart/{offer}/persons",
                    "/organisation/registration/{step}",
                    "/organisation/programmes/{programme}",
                    "/organisation/programmes/{programme}/wish",
                    "/organisation/programmes/{programme}/wish/withdraw");

    private static final List<String> ORDERS =
            List.of(
                    "/orders/{number}",
                    "/orders/{number}/placed",
                    "/orders/{number}/summary",
                    "/orders/{number}/payment.pdf",
                    "/orders/{number}/cancel",
                    "/orders/{number}/pay-otherwise",
                    "/orders/{number}/pay-by-cheque",
                    "/orders/{number}/return",
                    "/orders/{number}/returns/{sequence}",
                    "/orders/{number}/returns/{sequence}/withdraw",
                    "/orders/{number}/returns/{sequence}/documents/{id}",
                    "/orders/{number}/pay",
                    "/orders/{number}/pay/{attempt}",
                    "/orders/{number}/pay/{attempt}/go",
                    "/orders/{number}/pay/{attempt}/agreed",
                    "/orders/{number}/pay/{attempt}/cancelled",
                    "/orders/{number}/lines/{line}/seats",
                    "/orders/{number}/lines/{line}/seats/{place}/free",
                    "/orders/{number}/deliveries/{delivery}/arrived",
                    "/orders/{number}/deliveries/{delivery}/resend");

    @Autowired OrderingFixture house;
    @Autowired Tokens tokens;
    @Autowired Verification verification;
    @Autowired ChangeRequests changes;
    @Autowired HelpDesk help;
    @Autowired Documents documents;
    @Autowired Exemptions exemptions;
    @Autowired Organisations organisations;
    @Autowired Members members;
    @Autowired People people;
    @Autowired Notification notification;
    @Autowired IssuedInvoice issued;
    @Autowired ProductAlerts alerts;
    @Autowired WebApplicationContext product;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private MockMvcTester pages = MockMvcTester.of(List.of());

    /// What the victim has, and what nobody has, by the address that names it.
    private record Thing(String theirs, String nobodys) {}

    private final Map<String, Thing> things = new LinkedHashMap<>();

    @BeforeEach
    void open() {
        pages = As.pages(product);
    }

    private void declareInvoices(OrderingFixture.Buyer victim) {
        var office = OrderingFixture.OFFICE;
        var invoice = issued.to(victim.organisation(), office);
        List.of("/invoices/{number}/pdf", "/invoices/{number}/ubl")
                .forEach(path -> declare(path, invoice.toString(), "LU-1999-00001"));
    }

    private void declareLettersAndTaxes(OrderingFixture.Buyer victim) {
        var letter = notification.ofOrganisation(victim.organisation()).getFirst().id().toString();
        declare("/messages/{id}", letter, sameKind(letter));
        var alert = alertOf(victim);
        declare("/account/letters/alerts/{id}/remove", alert, sameKind(alert));
        var exemption = exemptionOf(victim);
        var withdraw = "/organisation/tax/exemptions/{exemption}/withdraw";
        declare(withdraw, exemption, sameKind(exemption));
    }

    /// The name of an exemption that waits for a decision.
    private String exemptionOf(OrderingFixture.Buyer victim) {
        var by = victim.holder().id();
        var pdf = new ByteArrayInputStream(VerificationFixtures.PDF);
        if (documents.take(Optional.of(by), "a.pdf", pdf, 1) instanceof TakeOutcome.Taken(var file)
                && exemptions.ask(
                                new Actor.Member(by, victim.holder().name()),
                                victim.organisation(),
                                new Exemptions.Scope(
                                        "LU", LocalDate.of(2026, 1, 1), Optional.empty()),
                                "Certificate",
                                file.id())
                        instanceof ExemptionOutcome.Done(var id)) {
            return id.toString();
        }
        throw new IllegalStateException("No exemption was asked for");
    }

    /// The name of an alert for something that is sold out.
    private String alertOf(OrderingFixture.Buyer victim) {
        var offer = OfferId.of("refurbished-smartphone");
        house.stockroom.count(OrderingFixture.STAFF, OrderingFixture.OFFICE, offer, 0, "none");
        alerts.ask(victim.holder().id(), victim.organisation(), offer);
        return alerts.of(victim.holder().id()).getFirst().id().toString();
    }

    private void declare(String pattern, String theirs, String nobodys) {
        things.put(pattern, new Thing(fill(pattern, theirs), fill(pattern, nobodys)));
    }

    private static String fill(String pattern, String id) {
        return pattern.replaceFirst("\\{[^}]+}", id)
                .replaceAll("\\{(line|place|sequence)}", "1")
                .replaceFirst("\\{[^}]+}", UUID.randomUUID().toString());
    }

    @Test
    void what_is_another_organisation_s_is_to_its_holder_as_what_never_was() {
        var victim = house.qualified();
        var order = house.placed(victim, OrderingFixture.WINDOWS, "1");
        var token = tokenOf(victim);
        var document = verification.evidenceOf(victim.organisation()).getFirst();
        var documentId = document.id().toString();
        var unknown = UUID.randomUUID();
        ORDERS.forEach(path -> declare(path, order.number().toString(), "99999"));
        List.of("/tokens/{id}/renew", "/tokens/{id}/revoke")
                .forEach(path -> declare(path, token.id().toString(), "tok_" + unknown));
        declareInvoices(victim);
        var change = changed(victim);
        List.of("/organisation/changes/{number}", "/organisation/changes/{number}/withdraw")
                .forEach(path -> declare(path, "" + change.number(), "999999"));
        declare(
                "/organisation/documents/{id}",
                change.documents().getFirst().toString(),
                sameKind(change.documents().getFirst().toString()));
        var comings =
                Comings.to(victim.organisation(), victim.holder(), organisations, members, people);
        comings.byAddress().forEach((path, id) -> declare(path, id, sameKind(id)));
        var asked = members.openAsks(comings.request().person()).getFirst().id().toString();
        List.of("/organisation/join/asked/{id}", "/organisation/join/asked/{id}/withdraw")
                .forEach(path -> declare(path, asked, sameKind(asked)));
        var whole = victim.organisation().toString();
        declare("/organisation/branches/{branch}/not-ours", whole, sameKind(whole));
        var request = "" + helped(victim);
        List.of(
                        "/account/requests/{number}",
                        "/account/requests/{number}/reply",
                        "/account/requests/{number}/close",
                        "/account/requests/{number}/documents/{id}")
                .forEach(path -> declare(path, request, "999999"));
        declareLettersAndTaxes(victim);
        List.of(
                        "/organisation/evidence/{id}",
                        "/organisation/registration/evidence/{id}/remove",
                        "/organisation/case/evidence/{evidence}/remove")
                .forEach(path -> declare(path, documentId, sameKind(documentId)));

        var stranger = house.qualified().holder();
        var wrong = new TreeSet<String>();
        var tried = 0;
        for (var address : addresses()) {
            var thing = things.get(address.pattern());
            if (thing == null) {
                if (!EVERYBODYS.contains(address.pattern())) {
                    wrong.add("nobody declared whose " + address + " is");
                }
                continue;
            }
            tried++;
            var theirs = said(ask(stranger, address.method(), thing.theirs()));
            var nobodys = said(ask(stranger, address.method(), thing.nobodys()));
            if (!theirs.equals(nobodys) || theirs.startsWith("2")) {
                wrong.add(address + ": theirs " + theirs + ", nobody's " + nobodys);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThanOrEqualTo(10);
        untouched(victim, order, token.id().toString());
        assertThat(verification.evidenceOf(victim.organisation())).contains(document);
        assertThat(members.invitations(victim.organisation())).contains(comings.invitation());
        assertThat(members.joinRequests(victim.organisation())).contains(comings.request());
        assertThat(members.handOvers(victim.organisation())).contains(comings.handOver());
        assertThat(members.of(victim.organisation())).hasSize(2);
    }

    private void untouched(OrderingFixture.Buyer victim, Order order, String token) {
        assertThat(house.ordering.order(order.number()).orElseThrow().state())
                .isInstanceOf(OrderState.AwaitingPayment.class);
        assertThat(tokens.of(victim.organisation()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).hasToString(token);
                    assertThat(one.state()).isInstanceOf(TokenState.Valid.class);
                });
        assertThat(house.ordering.cart(victim.organisation(), Language.FR).lines()).isEmpty();
    }

    @Test
    void the_comparison_is_seen_to_bite() {
        var victim = house.qualified();
        var order = house.placed(victim, OrderingFixture.WINDOWS, "1");
        var path = "/orders/" + order.number();
        assertThat(said(ask(victim.holder(), "GET", path))).startsWith("200");
        assertThat(said(ask(house.qualified().holder(), "GET", path))).startsWith("404");
    }

    private record Address(String method, String pattern) {}

    private List<Address> addresses() {
        var found = new ArrayList<Address>();
        mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> {
                    for (var pattern : info.getPatternValues()) {
                        if (pattern.contains("{")
                                && MEMBERS.stream().anyMatch(pattern::startsWith)) {
                            info.getMethodsCondition()
                                    .getMethods()
                                    .forEach(method ->
                                            found.add(new Address(method.name(), pattern)));
                        }
                    }
                });
        return found;
    }

    private TokenView tokenOf(OrderingFixture.Buyer victim) {
        var outcome =
                tokens.create(
                        new SignedIn(victim.holder()),
                        victim.organisation(),
                        new Representative("Ada", "Doe", "ada@example.org"),
                        true);
        return ((TokenOutcome.Done) outcome).token();
    }

    private long helped(OrderingFixture.Buyer victim) {
        var asker =
                new HelpRequest.Asker(
                        Optional.of(victim.holder().id()),
                        Optional.of(victim.organisation()),
                        victim.holder().name(),
                        victim.holder().email(),
                        Language.FR);
        var outcome =
                help.ask(house.pack().id(), "advice", asker, Map.of("need", "Dessiner"), List.of());
        return ((AskOutcome.Asked) outcome).number();
    }

    private ChangeRequest changed(OrderingFixture.Buyer victim) {
        var evidence =
                (TakeOutcome.Taken)
                        documents.take(
                                Optional.of(victim.holder().id()),
                                "statuts.pdf",
                                new ByteArrayInputStream(VerificationFixtures.PDF),
                                1);
        changes.ask(
                victim.actor(),
                victim.holder().id(),
                victim.organisation(),
                Draft.empty().with("legal-name", "Une autre"),
                "",
                List.of(evidence.document().id()));
        return changes.openOf(victim.organisation()).orElseThrow();
    }

    private MvcTestResult ask(Person who, String method, String path) {
        return pages.method(HttpMethod.valueOf(method))
                .uri(path)
                .with(As.person(who))
                .with(As.form())
                .param("reason", "Because")
                .exchange();
    }

    /// Status and page, without what differs in every answer.
    static String said(MvcTestResult answer) {
        try {
            var response = answer.getResponse();
            return response.getStatus()
                    + " "
                    + response.getRedirectedUrl()
                    + " "
                    + response.getContentAsString().length();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Another id of the same kind, which names nothing.
    static String sameKind(String id) {
        if (id.matches("[0-9]+")) {
            return "999999";
        }
        return id.substring(0, id.lastIndexOf('_') + 1) + UUID.randomUUID();
    }
}
