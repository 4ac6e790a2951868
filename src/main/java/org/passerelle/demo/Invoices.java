package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.demo.DemoAccounts.Desk;
import org.passerelle.demo.Registrations.Registered;
import org.passerelle.demo.Story.Member;
import org.passerelle.demo.Timeline.Step;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.InvoiceQuery;
import org.passerelle.invoicing.InvoicesFound;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.MonthEnd;
import org.passerelle.kernel.Actor;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.Packs;
import org.passerelle.tax.VatNumbers;
import org.springframework.stereotype.Component;

/// Tells how the months of the story were invoiced: a run on the first of each, one credit note
/// after the last, and the VAT numbers of organisations that have one (INV-01, INV-02).
@Component
class Invoices {
    private static final Actor PRODUCT = new Actor.Product("invoicing");
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 5);
    private static final LocalTime MORNING = LocalTime.of(10, 40);
    private static final int DAYS_AFTER_REGISTRATION = 3;
    private static final int MOST = 100;

    private final MonthEnd month;
    private final Invoicing invoicing;
    private final VatNumbers numbers;
    private final Packs packs;
    private final Timeline timeline;
    private final Clock clock;

    Invoices(
            MonthEnd month,
            Invoicing invoicing,
            VatNumbers numbers,
            Packs packs,
            Timeline timeline,
            Clock clock) {
        this.month = month;
        this.invoicing = invoicing;
        this.numbers = numbers;
        this.packs = packs;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// The runs of an office, and its credit note.
    List<Step> steps(OfficeId office, Story story, Desk desk) {
        var zone = packs.get(office).office().zone();
        var today = today(office);
        var steps = new ArrayList<Step>();
        var last = 0;
        for (var ago = story.days() - 1; ago >= 0; ago--) {
            if (today.minusDays(ago).getDayOfMonth() == 1) {
                last = ago;
                steps.add(
                        new Step(
                                timeline.at(ago, AT_NIGHT, zone),
                                office + ", the month's invoices",
                                () -> run(office)));
            }
        }
        steps.add(
                new Step(
                        timeline.at(last, MORNING, zone),
                        office + ", a credit note",
                        () -> credit(office, story.words().credited(), desk)));
        return steps;
    }

    private LocalDate today(OfficeId office) {
        return clock.instant().atZone(packs.get(office).office().zone()).toLocalDate();
    }

    private void run(OfficeId office) {
        var isDone =
                month.runs(office).stream()
                        .anyMatch(run -> run.until().equals(month.until(office)));
        if (!isDone && invoicing.waiting(office, month.until(office)).lines() > 0) {
            month.start(PRODUCT, office);
        }
    }

    /// One unit of the latest invoice that has several, with its money.
    private void credit(OfficeId office, String reason, Desk desk) {
        var invoices = new InvoiceQuery("", Optional.of(Invoice.Kind.INVOICE));
        invoicing.search(office, invoices, 0, MOST).rows().stream()
                .map(InvoicesFound.Row::number)
                .filter(number -> invoicing.left(office, number).getFirst() > 1)
                .findFirst()
                .ifPresent(number ->
                        invoicing.credit(
                                desk.finance().actor(),
                                office,
                                number,
                                Map.of(1, 1L),
                                true,
                                reason));
    }

    /// The VAT number of a member of the story: given by its holder, looked up the next day.
    List<Step> steps(OfficeId office, Member member, Desk desk, Registered who) {
        if (member.vatNumber().isEmpty()) {
            return List.of();
        }
        var zone = packs.get(office).office().zone();
        var number = member.vatNumber().get();
        var day = Math.max(1, member.registered() - DAYS_AFTER_REGISTRATION);
        return List.of(
                new Step(
                        timeline.at(day, MORNING, zone),
                        member.name() + ", VAT number",
                        () -> numbers.give(who.person().actor(), who.organisation(), number)),
                new Step(
                        timeline.at(day - 1, MORNING, zone),
                        member.name() + ", VAT number looked up",
                        () ->
                                numbers.check(
                                        (Actor.Staff) desk.finance().actor(),
                                        who.organisation(),
                                        number,
                                        new VatNumbers.Seen(
                                                today(office),
                                                true,
                                                "",
                                                member.name(),
                                                Optional.empty()))));
    }
}
