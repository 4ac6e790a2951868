package org.passerelle.returns.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.document.DocumentId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.ordering.OrderNumber;
import org.passerelle.pack.model.Offer.RefundPolicy.Reason;
import org.passerelle.returns.Return;
import org.passerelle.returns.ReturnNumber;
import org.passerelle.returns.ReturnState;
import org.passerelle.returns.ReturnState.Accepted;
import org.passerelle.returns.ReturnState.Announced;
import org.passerelle.returns.ReturnState.Code;
import org.passerelle.returns.ReturnState.Lapsed;
import org.passerelle.returns.ReturnState.Received;
import org.passerelle.returns.ReturnState.Refused;
import org.passerelle.returns.ReturnState.Rejected;
import org.passerelle.returns.ReturnState.Remedy;
import org.passerelle.returns.ReturnState.SendBack;
import org.passerelle.returns.ReturnState.Settled;
import org.passerelle.returns.ReturnState.Withdrawn;
import org.passerelle.returns.store.generated.tables.records.EventRecord;
import org.passerelle.returns.store.generated.tables.records.GivenBackRecord;
import org.passerelle.returns.store.generated.tables.records.LineRecord;

/// Turns returns into rows and back.
final class ReturnRows {
    private ReturnRows() {}

    static GivenBackRecord row(Return announced) {
        var row = standing(announced.state());
        row.setOrderKey(announced.number().order().key());
        row.setSequence(announced.number().sequence());
        row.setOffice(announced.number().order().office().value());
        row.setOrganisation(announced.organisation().value());
        row.setAnnouncedAt(time(announced.announcedAt()));
        row.setAnnouncedBy(announced.announcedBy().name());
        row.setAnnouncedByPerson(announced.announcedBy().personValue());
        row.setInParcel(announced.inParcel());
        row.setWish(announced.wish().name());
        row.setExplanation(announced.explanation());
        row.setDocuments(
                announced.documents().stream().map(DocumentId::value).toArray(UUID[]::new));
        return row;
    }

    /// Only the columns that tell where it stands: those of other states are empty.
    static GivenBackRecord standing(ReturnState state) {
        var row = new GivenBackRecord();
        row.setState(state.code().name());
        row.setSince(time(state.since()));
        row.setRemedy(null);
        row.setAddress(null);
        row.setParcelBy(null);
        row.setReceivedOn(null);
        row.setReturnedMinor(null);
        row.setReturnedCurrency(null);
        row.setReason(state.because().orElse(null));
        switch (state) {
            case Accepted it -> awaited(row, it.remedy(), it.sendBack());
            case Received it -> {
                awaited(row, it.remedy(), it.sendBack());
                row.setReceivedOn(it.on());
            }
            case Settled it -> {
                row.setRemedy(it.remedy().name());
                row.setReturnedMinor(it.returned().getAmountMinorLong());
                row.setReturnedCurrency(it.returned().getCurrencyUnit().getCode());
            }
            case Announced _, Refused _, Rejected _, Lapsed _, Withdrawn _ -> {}
        }
        return row;
    }

    private static void awaited(GivenBackRecord row, Remedy remedy, SendBack sendBack) {
        row.setRemedy(remedy.name());
        row.setAddress(sendBack.address());
        row.setParcelBy(sendBack.by());
    }

    static Return read(GivenBackRecord row, List<Return.Line> lines, List<Return.Event> events) {
        return new Return(
                new ReturnNumber(OrderNumber.ofKey(row.getOrderKey()), row.getSequence()),
                new OrganisationId(row.getOrganisation()),
                Signature.of(row.getAnnouncedBy(), row.getAnnouncedByPerson()),
                row.getAnnouncedAt().toInstant(),
                row.getInParcel(),
                Remedy.valueOf(row.getWish()),
                row.getExplanation(),
                state(row),
                lines,
                Arrays.stream(row.getDocuments()).map(DocumentId::new).toList(),
                events);
    }

    private static ReturnState state(GivenBackRecord row) {
        var since = row.getSince().toInstant();
        return switch (Code.valueOf(row.getState())) {
            case ANNOUNCED -> new Announced(since);
            case ACCEPTED -> new Accepted(since, Remedy.valueOf(row.getRemedy()), sendBack(row));
            case RECEIVED ->
                    new Received(
                            since,
                            Remedy.valueOf(row.getRemedy()),
                            sendBack(row),
                            row.getReceivedOn());
            case SETTLED ->
                    new Settled(
                            since,
                            Remedy.valueOf(row.getRemedy()),
                            money(row.getReturnedMinor(), row.getReturnedCurrency()),
                            Optional.ofNullable(row.getReason()));
            case REFUSED -> new Refused(since, row.getReason());
            case REJECTED -> new Rejected(since, row.getReason());
            case LAPSED -> new Lapsed(since);
            case WITHDRAWN -> new Withdrawn(since);
        };
    }

    private static SendBack sendBack(GivenBackRecord row) {
        return new SendBack(row.getAddress(), row.getParcelBy());
    }

    static Return.Line line(LineRecord row) {
        return new Return.Line(
                row.getPosition(),
                row.getUnits(),
                Reason.valueOf(row.getReason()),
                Optional.<LocalDate>ofNullable(row.getUntil()),
                Optional.ofNullable(row.getAccepted())
                        .map(accepted ->
                                new Return.Inspected(
                                        accepted,
                                        row.getRestocked(),
                                        money(row.getNetMinor(), row.getCurrency()),
                                        money(row.getTaxesMinor(), row.getCurrency()))));
    }

    static Return.Event event(EventRecord row) {
        return new Return.Event(
                Return.Event.Kind.valueOf(row.getKind()),
                row.getDetail(),
                row.getAt().toInstant(),
                Signature.of(row.getBy(), row.getByPerson()));
    }

    private static Money money(long minor, String currency) {
        return Money.ofMinor(CurrencyUnit.of(currency), minor);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
