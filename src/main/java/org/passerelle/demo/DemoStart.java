package org.passerelle.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.passerelle.demo.Registrations.Registered;
import org.passerelle.demo.Timeline.Step;
import org.passerelle.identity.Offices;
import org.passerelle.identity.Role;
import org.passerelle.kernel.OfficeId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// At the start of a demo: says where it answers and who may sign in, and, where nobody is
/// registered yet, has the story lived through while the first pages are already served.
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
class DemoStart {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);

    private final Packs packs;
    private final Organisations organisations;
    private final DemoAccounts accounts;
    private final Registrations registrations;
    private final Orders orders;
    private final Validations validations;
    private final CodeDeliveries codes;
    private final DemoRegisters registers;
    private final BankOfTheStory bank;
    private final Invoices invoices;
    private final Timeline timeline;
    private final Path folder;
    private final int openCases;
    private final CountDownLatch told = new CountDownLatch(1);

    DemoStart(
            Packs packs,
            Organisations organisations,
            DemoAccounts accounts,
            Registrations registrations,
            Orders orders,
            Validations validations,
            CodeDeliveries codes,
            DemoRegisters registers,
            BankOfTheStory bank,
            Invoices invoices,
            Timeline timeline,
            @Value("${passerelle.packs.folder}") Path packsFolder,
            @Value("${passerelle.demo-cases:0}") int openCases) {
        this.packs = packs;
        this.organisations = organisations;
        this.accounts = accounts;
        this.registrations = registrations;
        this.orders = orders;
        this.validations = validations;
        this.codes = codes;
        this.registers = registers;
        this.bank = bank;
        this.invoices = invoices;
        this.timeline = timeline;
        this.folder = packsFolder.resolve("demo");
        this.openCases = openCases;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getSpringApplication().getWebApplicationType() == WebApplicationType.NONE) {
            // A command at work beside the server: the story is the server's to tell.
            told.countDown();
            return;
        }
        var environment = event.getApplicationContext().getEnvironment();
        var port = environment.getProperty("local.server.port", "8080");
        var empty = new ArrayList<OfficeId>();
        for (var pack : packs.installed()) {
            var office = pack.office().id();
            if (organisations.search(office, "").isEmpty() && Files.exists(storyOf(office))) {
                empty.add(office);
            }
        }
        var lived =
                packs.installed().stream()
                        .anyMatch(pack -> !organisations.search(pack.id(), "").isEmpty());
        if (lived && !empty.isEmpty()) {
            LOG.warn(
                    "The demo of {} is left out: others have lived here, and their time does not go"
                            + " back. Delete the data folder to have all of it.",
                    empty);
            empty.clear();
        }
        LOG.info("{}", greeting(port, !empty.isEmpty()));
        if (timeline.isInThePast()) {
            LOG.warn(
                    "An earlier start was stopped while the demo's story was told. It goes on with"
                            + " what there is; delete the data folder to have all of it.");
            timeline.comeBackToNow();
        }
        Thread.ofPlatform().name("demo").start(() -> tell(empty));
    }

    /// Waits until the story is told, and answers whether it was.
    boolean awaitTold(Duration longest) throws InterruptedException {
        return told.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    List<String> stumbles() {
        return timeline.stumbles();
    }

    private void tell(List<OfficeId> offices) {
        try {
            registers.fill();
            var desk = accounts.openStaff();
            packs.installed().forEach(pack -> openReviewers(pack.id()));
            timeline.liveThrough(
                    offices.stream().flatMap(office -> steps(office, desk).stream()).toList());
            for (var office : offices) {
                bank.state(office);
                validations
                        .issueKey(office)
                        .ifPresent(key ->
                                LOG.info(
                                        "A key for /api/v1, as the partner {} would have it,"
                                                + " shown this once: {}",
                                        key.partner(),
                                        key.text()));
                LOG.info("The demo's organisations and orders of {} are all there.", office);
            }
        } catch (RuntimeException e) {
            LOG.error("The demo's story could not be told", e);
        } finally {
            told.countDown();
        }
    }

    private void openReviewers(OfficeId office) {
        if (Files.exists(storyOf(office))) {
            story(office)
                    .reviewers()
                    .forEach(one -> accounts.openStaff(one, Role.REVIEWER, Offices.of(office)));
        }
    }

    private List<Step> steps(OfficeId office, DemoAccounts.Desk desk) {
        var steps = new ArrayList<Step>();
        var story = story(office);
        steps.addAll(codes.steps(office, story, desk));
        steps.addAll(invoices.steps(office, story, desk));
        for (var member : story.organisations()) {
            var who = Registered.notYet();
            steps.addAll(registrations.steps(office, story.words(), member, desk, who));
            steps.addAll(orders.steps(office, story.words(), member, desk, who));
            steps.addAll(validations.steps(office, member, who));
            steps.addAll(invoices.steps(office, member, desk, who));
        }
        var isFirst = office.equals(packs.installed().getFirst().id());
        for (var member : Crowd.of(story, isFirst ? openCases : 0)) {
            steps.addAll(
                    registrations.steps(office, story.words(), member, desk, Registered.notYet()));
        }
        return steps;
    }

    private Story story(OfficeId office) {
        try {
            return Story.read(storyOf(office));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path storyOf(OfficeId office) {
        return folder.resolve(office.value() + ".yaml");
    }

    private String greeting(String port, boolean fills) {
        var text = new StringBuilder("\n\n  Passerelle answers at http://localhost:" + port + "\n");
        text.append("\n  This is a demo. These accounts exist in the demo only;")
                .append(" the password of all is ")
                .append(DemoAccounts.PASSWORD)
                .append("\n\n");
        packs.installed().stream()
                .map(pack -> pack.office().id())
                .filter(office -> Files.exists(storyOf(office)))
                .flatMap(office -> story(office).organisations().stream().limit(3))
                .forEach(member -> {
                    line(text, member.holder(), "account holder of " + member.name());
                    member.orderer()
                            .ifPresent(one -> line(text, one, "orders for " + member.name()));
                });
        DemoAccounts.STAFF.forEach(
                one -> line(text, one.account(), wordOf(one.role()) + " of all offices"));
        packs.installed().stream()
                .filter(pack -> Files.exists(storyOf(pack.id())))
                .forEach(pack ->
                        story(pack.id())
                                .reviewers()
                                .forEach(one -> line(text, one, "reviewer of " + pack.id())));
        if (fills) {
            text.append("\n  Organisations and orders are being filled in, in the order they")
                    .append(" happened; pages answer meanwhile.\n");
        }
        return text.toString();
    }

    private static String wordOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void line(StringBuilder text, Story.Account account, String who) {
        text.append("    %-10s %s%n".formatted(account.username(), who));
    }
}
