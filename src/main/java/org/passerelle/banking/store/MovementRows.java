package org.passerelle.banking.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.passerelle.banking.BankMovement;
import org.passerelle.banking.BankMovement.Decision;
import org.passerelle.banking.BankMovement.Kind;
import org.passerelle.banking.BankMovement.Purpose;
import org.passerelle.banking.BankMovement.Undone;
import org.passerelle.banking.Movement;
import org.passerelle.banking.Movement.BankReferences;
import org.passerelle.banking.Movement.Counterparty;
import org.passerelle.banking.MovementId;
import org.passerelle.banking.StatementId;
import org.passerelle.banking.store.generated.tables.records.DecisionRecord;
import org.passerelle.banking.store.generated.tables.records.MovementRecord;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.Signature;
import org.passerelle.payment.PayableRef;

/// Movements and decisions as rows, both ways.
final class MovementRows {
    private MovementRows() {}

    /// Without what only the books know: id, office, ordinal.
    static MovementRecord row(Movement movement) {
        var row = new MovementRecord();
        row.setKey(movement.key());
        row.setBookedOn(movement.bookedOn());
        row.setValuedOn(movement.valuedOn().orElse(null));
        row.setAmountMinor(movement.amount().getAmountMinorLong());
        row.setCurrency(movement.amount().getCurrencyUnit().getCode());
        row.setName(movement.counterparty().name());
        row.setCounterAccount(movement.counterparty().account());
        row.setBic(movement.counterparty().bic());
        row.setServicerReference(movement.bank().servicer());
        row.setTransactionReference(movement.bank().transaction());
        row.setEndToEnd(movement.bank().endToEnd());
        row.setCreditorReferences(movement.references().toArray(String[]::new));
        row.setText(movement.text());
        row.setReversal(movement.reversal());
        row.setReturnReason(movement.returnReason().orElse(null));
        row.setBatch(movement.batch());
        row.setChargesMinor(movement.charges().map(Money::getAmountMinorLong).orElse(null));
        return row;
    }

    static Movement movement(MovementRecord row) {
        var currency = CurrencyUnit.of(row.getCurrency());
        return new Movement(
                row.getBookedOn(),
                Optional.ofNullable(row.getValuedOn()),
                Money.ofMinor(currency, row.getAmountMinor()),
                new Counterparty(row.getName(), row.getCounterAccount(), row.getBic()),
                new BankReferences(
                        row.getServicerReference(),
                        row.getTransactionReference(),
                        row.getEndToEnd()),
                List.of(row.getCreditorReferences()),
                row.getText(),
                row.getReversal(),
                Optional.ofNullable(row.getReturnReason()),
                row.getBatch(),
                Optional.ofNullable(row.getChargesMinor())
                        .map(charges -> Money.ofMinor(currency, charges)));
    }

    static BankMovement read(MovementRecord row, List<DecisionRecord> decisions) {
        var currency = CurrencyUnit.of(row.getCurrency());
        return new BankMovement(
                new MovementId(row.getId()),
                row.getNumber(),
                OfficeId.of(row.getOffice()),
                row.getAccount(),
                new StatementId(row.getStatement()),
                Optional.ofNullable(row.getPartOf()).map(MovementId::new),
                movement(row),
                decisions.stream().map(one -> decision(one, currency)).toList());
    }

    static DecisionRecord row(MovementId movement, Decision decision) {
        var row = new DecisionRecord();
        row.setId(UUID.randomUUID());
        row.setMovement(movement.value());
        row.setPosition(decision.position());
        row.setKind(decision.kind().name());
        row.setPurpose(decision.purpose().map(Purpose::name).orElse(null));
        row.setAmountMinor(decision.amount().getAmountMinorLong());
        row.setPayableKind(decision.payable().map(PayableRef::kind).orElse(null));
        row.setPayableNumber(decision.payable().map(PayableRef::number).orElse(null));
        row.setOrganisation(decision.organisation().map(OrganisationId::value).orElse(null));
        row.setReference(decision.reference());
        row.setReason(decision.reason());
        row.setByItself(decision.byItself());
        row.setDecidedAt(decision.at().atOffset(ZoneOffset.UTC));
        row.setDecidedBy(decision.by().name());
        row.setDecidedByPerson(decision.by().personValue());
        return row;
    }

    private static Decision decision(DecisionRecord row, CurrencyUnit currency) {
        return new Decision(
                row.getPosition(),
                Kind.valueOf(row.getKind()),
                Optional.ofNullable(row.getPurpose()).map(Purpose::valueOf),
                Money.ofMinor(currency, row.getAmountMinor()),
                Optional.ofNullable(row.getPayableKind())
                        .map(kind -> new PayableRef(kind, row.getPayableNumber())),
                Optional.ofNullable(row.getOrganisation()).map(OrganisationId::new),
                row.getReference(),
                row.getReason(),
                row.getByItself(),
                row.getDecidedAt().toInstant(),
                Signature.of(row.getDecidedBy(), row.getDecidedByPerson()),
                Optional.ofNullable(row.getUndoneAt())
                        .map(OffsetDateTime::toInstant)
                        .map(at ->
                                new Undone(
                                        at,
                                        Signature.of(row.getUndoneBy(), row.getUndoneByPerson()))));
    }
}
