package org.passerelle.programme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.domain.AllotmentLedger;

/// The allotment ledger on paper instead of tables: entries and what became of them, only ever
/// added to. That it keeps what the tables keep is shown by [LedgerTest].
public final class PaperLedger implements AllotmentLedger {
    private enum Kind {
        PAID,
        USED,
        RELEASED
    }

    private record Entry(OrganisationId organisation, int position, History.Line line) {}

    private record Movement(Entry entry, Kind kind, Instant at) {}

    private record GivenBack(Entry entry, String cause, long units) {}

    private final List<GivenBack> givenBack = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();

    @Override
    public void hold(OrganisationId organisation, Collection<ProgrammeId> programmes) {
        // on paper one hand writes at a time
    }

    @Override
    public List<History.Line> linesOf(OrganisationId organisation) {
        return entries.stream()
                .filter(entry -> entry.organisation().equals(organisation))
                .sorted(Comparator.comparing(entry -> entry.line().placed()))
                .map(this::line)
                .toList();
    }

    @Override
    public Map<OrganisationId, List<History.Line>> linesOf(
            Collection<OrganisationId> organisations) {
        return organisations.stream()
                .filter(each -> !linesOf(each).isEmpty())
                .collect(Collectors.toMap(each -> each, this::linesOf));
    }

    @Override
    public void reserve(
            OrganisationId organisation, OfficeId office, int position, History.Line line) {
        entries.add(new Entry(organisation, position, line));
    }

    @Override
    public Optional<OrganisationId> organisationOf(String order) {
        return entries.stream()
                .filter(entry -> entry.line().order().equals(order))
                .map(Entry::organisation)
                .findFirst();
    }

    @Override
    public void paid(String order, Instant at) {
        move(entry -> entry.line().order().equals(order), Kind.PAID, at, Kind.PAID);
    }

    @Override
    public boolean use(String order, int position, Instant at) {
        Predicate<Entry> line =
                entry -> entry.line().order().equals(order) && entry.position() == position;
        move(line, Kind.USED, at, Kind.USED, Kind.RELEASED);
        return entries.stream().filter(line).anyMatch(entry -> moved(entry, Kind.USED).isPresent());
    }

    @Override
    public boolean giveBack(String order, int position, long units, String cause, Instant at) {
        return entries.stream()
                .filter(entry -> entry.line().order().equals(order) && entry.position() == position)
                .findFirst()
                .filter(entry ->
                        givenBack.stream()
                                .noneMatch(one ->
                                        one.entry().equals(entry) && one.cause().equals(cause)))
                .map(entry -> givenBack.add(new GivenBack(entry, cause, units)))
                .orElse(false);
    }

    private long givenBack(Entry entry) {
        return givenBack.stream()
                .filter(one -> one.entry().equals(entry))
                .mapToLong(GivenBack::units)
                .sum();
    }

    @Override
    public int release(String order, Instant at) {
        return move(
                entry -> entry.line().order().equals(order),
                Kind.RELEASED,
                at,
                Kind.USED,
                Kind.RELEASED);
    }

    public boolean isReserved(String order, int position) {
        return entries.stream()
                .anyMatch(each -> each.line().order().equals(order) && each.position() == position);
    }

    private int move(Predicate<Entry> which, Kind kind, Instant at, Kind... unless) {
        var moving =
                entries.stream()
                        .filter(which)
                        .filter(entry ->
                                Arrays.stream(unless)
                                        .allMatch(done -> moved(entry, done).isEmpty()))
                        .toList();
        moving.forEach(entry -> movements.add(new Movement(entry, kind, at)));
        return moving.size();
    }

    private Optional<Instant> moved(Entry entry, Kind kind) {
        return movements.stream()
                .filter(each -> each.entry().equals(entry) && each.kind() == kind)
                .map(Movement::at)
                .findFirst();
    }

    private History.Line line(Entry entry) {
        var at = entry.line();
        var paid = moved(entry, Kind.PAID);
        var state =
                moved(entry, Kind.USED)
                        .map(_ -> History.State.DELIVERED)
                        .or(() -> moved(entry, Kind.RELEASED).map(_ -> History.State.CANCELLED))
                        .orElse(paid.isPresent() ? History.State.PAID : History.State.PLACED);
        return new History.Line(
                        at.order(),
                        at.offer(),
                        at.programme(),
                        at.quantity(),
                        at.holds(),
                        at.fee(),
                        at.placed(),
                        paid,
                        state,
                        at.persons())
                .without(givenBack(entry));
    }
}
