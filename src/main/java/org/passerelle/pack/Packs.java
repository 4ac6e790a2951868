package org.passerelle.pack;

import static org.passerelle.pack.store.generated.Tables.CONFIRMATION;
import static org.passerelle.pack.store.generated.Tables.INSTALLATION;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.Signature;
import org.passerelle.pack.model.Pack;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face of the pack module: the installed packs, read and checked at the start.
@Service
@EnableConfigurationProperties(PackSettings.class)
public class Packs {
    private final PackSettings settings;
    private final Map<OfficeId, Pack> installed;
    private final DSLContext db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /// Reads the packs that the settings name, in that order.
    ///
    /// @throws PacksRefused when one is wrong or not there
    Packs(PackSettings settings, DSLContext db, Clock clock, ApplicationEventPublisher events) {
        this.settings = settings;
        this.installed = load(settings.folder(), settings.installed());
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /// All installed packs, in the order of the settings; never empty.
    public List<Pack> installed() {
        return List.copyOf(installed.values());
    }

    /// The pack of an office.
    ///
    /// @throws PackNotFound when it is not installed
    public Pack get(OfficeId office) {
        var pack = installed.get(office);
        if (pack == null) {
            throw new PackNotFound(office);
        }
        return pack;
    }

    /// The pack of the office that serves a country, ISO 3166 alpha-2; the first, when several do.
    public Optional<Pack> forCountry(String iso2) {
        return installed.values().stream()
                .filter(pack -> pack.office().countries().contains(iso2))
                .findFirst();
    }

    /// What lies in the folder for an office and is not what this program started with: it is in
    /// force from the next start on. Empty when nothing changed (ELI-03).
    public Optional<LoadOutcome> waiting(OfficeId office) {
        var outcome = PackLoader.load(settings.folder().resolve(get(office).id().value()));
        return Optional.of(outcome)
                .filter(found ->
                        !(found instanceof LoadOutcome.Loaded(var pack))
                                || !pack.hash().equals(get(office).hash()));
    }

    /// Somebody saw who gains and who loses by a content, and wants it in force.
    public record Confirmation(Instant at, Signature by, long gains, long losses) {}

    @Transactional(readOnly = true)
    public Optional<Confirmation> confirmation(OfficeId office, String hash) {
        return db.selectFrom(CONFIRMATION)
                .where(CONFIRMATION.PACK.eq(office.value()), CONFIRMATION.HASH.eq(hash))
                .fetchOptional(row ->
                        new Confirmation(
                                row.getConfirmedAt().toInstant(),
                                Signature.of(row.getConfirmedBy(), row.getConfirmedByPerson()),
                                row.getGains(),
                                row.getLosses()));
    }

    /// Confirms the content with this hash. Whoever was first stays; answers whether it was this.
    @Transactional
    public boolean confirm(OfficeId office, String hash, Signature by, long gains, long losses) {
        return db.insertInto(CONFIRMATION)
                        .set(CONFIRMATION.PACK, office.value())
                        .set(CONFIRMATION.HASH, hash)
                        .set(CONFIRMATION.CONFIRMED_AT, now())
                        .set(CONFIRMATION.CONFIRMED_BY, by.name())
                        .set(CONFIRMATION.CONFIRMED_BY_PERSON, by.personValue())
                        .set(CONFIRMATION.GAINS, gains)
                        .set(CONFIRMATION.LOSSES, losses)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Writes down which content is in force from now on, and tells when it is new. Several nodes
    /// may start at the same moment: one of them tells.
    ///
    /// @throws PacksRefused when only confirmed content may be in force, and this one is not
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void recordInstallation() {
        db.execute("lock table pack.installation in share row exclusive mode");
        for (var pack : installed.values()) {
            var name = pack.id().value();
            var inForce =
                    db.select(INSTALLATION.HASH)
                            .from(INSTALLATION)
                            .where(INSTALLATION.PACK.eq(name))
                            .orderBy(INSTALLATION.NUMBER.desc())
                            .limit(1)
                            .fetchOptional(INSTALLATION.HASH);
            if (!inForce.equals(Optional.of(pack.hash()))) {
                if (inForce.isPresent()) {
                    refuseUnconfirmed(pack);
                }
                db.insertInto(INSTALLATION)
                        .set(INSTALLATION.PACK, name)
                        .set(INSTALLATION.HASH, pack.hash())
                        .set(INSTALLATION.INSTALLED_AT, now())
                        .execute();
                events.publishEvent(new PackInstalled(pack.id(), pack.hash()));
            }
        }
    }

    private void refuseUnconfirmed(Pack pack) {
        if (settings.onlyConfirmed() && confirmation(pack.id(), pack.hash()).isEmpty()) {
            var folder = settings.folder().resolve(pack.id().value());
            throw new PacksRefused(
                    settings.folder(),
                    List.of(
                            folder
                                    + ": nobody confirmed this content, version "
                                    + pack.hash()
                                    + "; start with the former one, put this one into the folder,"
                                    + " see at /staff/rules who gains and who loses, and confirm"
                                    + " it"));
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Map<OfficeId, Pack> load(Path folder, List<String> names) {
        var packs = new LinkedHashMap<OfficeId, Pack>();
        var errors = new ArrayList<String>();
        for (var name : names) {
            switch (PackLoader.load(folder.resolve(name))) {
                case LoadOutcome.Loaded(var pack) -> packs.put(pack.id(), pack);
                case LoadOutcome.Library library ->
                        errors.add(
                                folder.resolve(name)
                                        + ": is a library that packs build on; install one of"
                                        + " those");
                case LoadOutcome.Refused(var found) ->
                        found.forEach(e -> errors.add(e.describeIn(folder.resolve(name))));
            }
        }
        if (names.isEmpty()) {
            errors.add("passerelle.packs.installed names no pack");
        }
        if (!errors.isEmpty()) {
            throw new PacksRefused(folder, errors);
        }
        return Collections.unmodifiableMap(packs);
    }
}
