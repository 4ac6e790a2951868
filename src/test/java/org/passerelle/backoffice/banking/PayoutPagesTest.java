package org.passerelle.backoffice.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.banking.BankFiles;
import org.passerelle.banking.Banking;
import org.passerelle.identity.Accounts;
import org.passerelle.identity.People;
import org.passerelle.identity.Person;
import org.passerelle.identity.Role;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.payment.Payout;
import org.passerelle.payment.PayoutId;
import org.passerelle.payment.Payouts;
import org.passerelle.payment.TransferSchema;
import org.passerelle.security.As;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ProductTest
@Requirement({"ORD-09", "PAY-02"})
class PayoutPagesTest {
    private static final OfficeId OFFICE = OfficeId.of("socialware-lu");

    private final MockMvcTester pages;
    private final Banking banking;
    private final Payouts payouts;
    private final Person finance;

    PayoutPagesTest(
            @Autowired WebApplicationContext product,
            @Autowired Banking banking,
            @Autowired Payouts payouts,
            @Autowired People people) {
        this.pages = As.pages(product);
        this.banking = banking;
        this.payouts = payouts;
        this.finance = Accounts.staff(people, Role.FINANCE);
    }

    private MvcTestResult get(String path) {
        return pages.get().uri(path).with(As.person(finance)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = pages.post().uri(path).with(As.person(finance)).with(As.form());
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    /// All pages of a list: others may have filled the first.
    private String all(String view) throws UnsupportedEncodingException {
        var all = new StringBuilder();
        var page = 1;
        var read = "";
        do {
            read =
                    get("/staff/payouts?view=" + view + "&page=" + page)
                            .getResponse()
                            .getContentAsString();
            all.append(read);
            page++;
        } while (read.contains("page=" + page));
        return all.toString();
    }

    private PayoutId due() {
        var movement = BankFiles.booked(banking, OFFICE);
        return PayoutId.of(BankFiles.sentBack(movement, banking, payouts));
    }

    private Payout payout(PayoutId id) {
        return payouts.find(id).orElseThrow();
    }

    @Test
    void a_transfer_is_told_its_account_written_into_a_file_and_saved_again_as_it_was()
            throws Exception {
        var id = due();

        assertThat(post("/staff/payouts/" + id, "act", "direct", "iban", "BE00", "name", "Anna"))
                .hasStatus(422)
                .bodyText()
                .contains("BE00", "value=\"Anna\"", "Ce n’est pas un IBAN");
        assertThat(payout(id).to().account()).isNotEqualTo(java.util.Optional.of("BE00"));
        assertThat(
                        post(
                                "/staff/payouts/" + id,
                                "act",
                                "direct",
                                "iban",
                                "BE68 5390 0754 7034",
                                "name",
                                "Café & Co"))
                .hasStatus(302);
        assertThat(payout(id).to().account()).contains("BE68539007547034");
        assertThat(all("due")).contains("BE68 5390 0754 7034", "Café &amp; Co");

        assertThat(post("/staff/payouts/file")).hasStatus(302).hasRedirectedUrl("/staff/payouts");
        assertThat(post("/staff/payouts/file", "payout", id.toString())).hasStatus(302);

        var page = get("/staff/payouts").getResponse().getContentAsString();
        var name = page.replaceAll("(?s).*?/staff/payouts/files/([A-Z0-9-]+).*", "$1");
        var file = get("/staff/payouts/files/" + name);
        assertThat(TransferSchema.complaints(file.getResponse().getContentAsByteArray())).isEmpty();
        assertThat(file)
                .hasStatusOk()
                .bodyText()
                .contains("pain.001.001.09", "BE68539007547034", "<InstdAmt Ccy=\"EUR\">3.21");
        assertThat(file)
                .headers()
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        value -> assertThat(value.getFirst()).contains("attachment", name));
        assertThat(get("/staff/payouts/files/" + name).getResponse().getContentAsByteArray())
                .isEqualTo(file.getResponse().getContentAsByteArray());
        assertThat(get("/staff/payouts/files/NONE")).hasStatus(404);
        assertThat(post("/staff/payouts/file", "payout", id.toString())).hasStatus(302);
        assertThat(all("due")).doesNotContain("value=\"" + id + "\"");
    }

    @Test
    void what_left_is_said_by_hand_with_the_banks_day_and_reference() {
        var id = due();
        var today = LocalDate.now().toString();

        var path = "/staff/payouts/" + id;
        assertThat(get(path)).hasStatusOk().bodyText().contains("C’est parti", today);
        assertThat(post(path, "act", "sent", "day", "", "reference", "R1"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"R1\"", "Donnez le jour");
        assertThat(post(path, "act", "sent", "day", "2999-01-01", "reference", "R1"))
                .hasStatus(422);
        assertThat(post(path, "act", "sent", "day", today, "reference", "")).hasStatus(422);
        assertThat(payout(id).state()).isInstanceOf(Payout.State.Due.class);
        assertThat(
                        post(
                                "/staff/payouts/" + id,
                                "act",
                                "sent",
                                "day",
                                today,
                                "reference",
                                "R-" + id))
                .hasStatus(302);

        assertThat(payout(id).state())
                .isEqualTo(new Payout.State.Sent(LocalDate.parse(today), "R-" + id));
        assertThat(get("/staff/payouts?view=sent")).bodyText().contains("R-" + id);
    }

    @Test
    void what_left_is_listed_with_the_newest_first() throws Exception {
        var ids = List.of(due(), due());
        for (var day : List.of(0, 1)) {
            var told = LocalDate.now().minusDays(1L - day).toString();
            var path = "/staff/payouts/" + ids.get(day);
            post(path, "act", "sent", "day", told, "reference", "N-" + ids.get(day));
        }

        assertThat(all("sent")).containsSubsequence("N-" + ids.get(1), "N-" + ids.get(0));
    }

    @Test
    void what_failed_is_listed_with_its_reason_and_sent_anew() throws Exception {
        var id = due();
        payouts.failed(new Actor.Product("test"), id, "AC04 " + id, LocalDate.now());

        assertThat(all("failed")).contains("AC04 " + id);
        post("/staff/payouts/" + id, "act", "direct", "iban", "BE68539007547034");

        assertThat(payout(id).state()).isInstanceOf(Payout.State.Due.class);
    }

    @Test
    void what_left_and_did_not_arrive_is_said_by_hand_with_its_reason() throws Exception {
        var id = due();
        var path = "/staff/payouts/" + id;
        var today = LocalDate.now().toString();
        assertThat(get(path)).bodyText().doesNotContain("Noter l’échec");
        post(path, "act", "sent", "day", today, "reference", "R-" + id);

        assertThat(get(path)).bodyText().contains("Noter l’échec").doesNotContain("C’est parti");
        assertThat(post(path, "act", "failed", "failed-day", today, "why", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Dites pourquoi");
        assertThat(post(path, "act", "failed", "failed-day", today, "why", "compte clos"))
                .hasStatus(302);

        assertThat(payout(id).state()).isEqualTo(new Payout.State.Failed("compte clos"));
        assertThat(all("failed")).contains("compte clos");
    }
}
