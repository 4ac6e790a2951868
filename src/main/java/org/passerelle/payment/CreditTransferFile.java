package org.passerelle.payment;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/// Transfers that an office asks its bank to make, as one file: ISO 20022 pain.001.001.09 in the
/// form SEPA asks for (ORD-09, PAY-02).
///
/// The same values always make the same bytes: a copy of a file is that file, and the bank refuses
/// its number the second time.
///
/// @param id names the file at the bank, at most 35 signs; each number is used once
/// @param executeOn the day on which the bank is asked to pay
/// @param bic of the debtor's bank; may be absent
public record CreditTransferFile(
        String id,
        Instant createdAt,
        LocalDate executeOn,
        String debtor,
        Iban iban,
        Optional<String> bic,
        List<Transfer> transfers) {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int LONGEST_ID = 35;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_REMITTANCE = 140;

    /// One transfer in euros.
    ///
    /// @param endToEndId comes back on the statement, at most 35 signs; unique in the file
    /// @param remittance what the receiver reads, cut at 140 signs
    public record Transfer(
            String endToEndId, Money amount, String creditor, Iban iban, String remittance) {
        public Transfer {
            requireId(endToEndId);
            if (!amount.getCurrencyUnit().equals(CurrencyUnit.EUR) || !amount.isPositive()) {
                throw new IllegalArgumentException("No amount of a SEPA transfer: " + amount);
            }
        }
    }

    /// @throws IllegalArgumentException for an identifier that banks refuse, none or two transfers
    ///   of one identifier
    public CreditTransferFile {
        requireId(id);
        transfers = List.copyOf(transfers);
        var ids = new HashSet<String>();
        if (transfers.isEmpty() || !transfers.stream().allMatch(it -> ids.add(it.endToEndId()))) {
            throw new IllegalArgumentException("No transfers, or two of one identifier");
        }
    }

    private static void requireId(String id) {
        if (!id.matches("[A-Za-z0-9+?:().,' -]{1," + LONGEST_ID + "}") || !id.equals(id.strip())) {
            throw new IllegalArgumentException("No identifier for a bank: " + id);
        }
    }

    /// The sum of all transfers.
    public Money sum() {
        return transfers.stream()
                .map(Transfer::amount)
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    }

    /// The file: XML in UTF-8.
    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeStartElement("CstmrCdtTrfInitn");
            header(xml);
            instruction(xml);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private void header(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        text(xml, "MsgId", id);
        text(xml, "CreDtTm", createdAt.truncatedTo(ChronoUnit.SECONDS).toString());
        totals(xml);
        xml.writeStartElement("InitgPty");
        text(xml, "Nm", plain(debtor, LONGEST_NAME));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void totals(XMLStreamWriter xml) throws XMLStreamException {
        text(xml, "NbOfTxs", Integer.toString(transfers.size()));
        text(xml, "CtrlSum", figure(sum()));
    }

    private void instruction(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        text(xml, "PmtInfId", id);
        text(xml, "PmtMtd", "TRF");
        totals(xml);
        nested(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        nested(xml, executeOn.toString(), "ReqdExctnDt", "Dt");
        nested(xml, plain(debtor, LONGEST_NAME), "Dbtr", "Nm");
        nested(xml, iban.value(), "DbtrAcct", "Id", "IBAN");
        if (bic.isPresent()) {
            nested(xml, bic.get(), "DbtrAgt", "FinInstnId", "BICFI");
        } else {
            nested(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        }
        text(xml, "ChrgBr", "SLEV");
        for (var transfer : transfers) {
            transfer(xml, transfer);
        }
        xml.writeEndElement();
    }

    private static void transfer(XMLStreamWriter xml, Transfer transfer) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        nested(xml, transfer.endToEndId(), "PmtId", "EndToEndId");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", transfer.amount().getCurrencyUnit().getCode());
        xml.writeCharacters(figure(transfer.amount()));
        xml.writeEndElement();
        xml.writeEndElement();
        nested(xml, plain(transfer.creditor(), LONGEST_NAME), "Cdtr", "Nm");
        nested(xml, transfer.iban().value(), "CdtrAcct", "Id", "IBAN");
        nested(xml, plain(transfer.remittance(), LONGEST_REMITTANCE), "RmtInf", "Ustrd");
        xml.writeEndElement();
    }

    private static void nested(XMLStreamWriter xml, String content, String... names)
            throws XMLStreamException {
        for (var name : names) {
            xml.writeStartElement(name);
        }
        xml.writeCharacters(content);
        for (var i = 0; i < names.length; i++) {
            xml.writeEndElement();
        }
    }

    private static void text(XMLStreamWriter xml, String name, String content)
            throws XMLStreamException {
        nested(xml, content, name);
    }

    private static String figure(Money amount) {
        BigDecimal value = amount.getAmount();
        return value.toPlainString();
    }

    /// In the signs every SEPA bank takes: Latin letters without accents, digits and some marks.
    /// Nothing left of it is written as a full stop, since the element must not be empty.
    static String plain(String text, int longest) {
        var letters =
                Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replace("œ", "oe")
                        .replace("Œ", "OE")
                        .replace("æ", "ae")
                        .replace("Æ", "AE")
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replace("Ø", "O")
                        .replace('’', '\'')
                        .replace("&", "+")
                        .replaceAll("[–—_]", "-")
                        .replaceAll("[^A-Za-z0-9/?:().,'+ -]", " ")
                        .replaceAll("\\s+", " ")
                        .strip();
        var cut = letters.substring(0, Math.min(longest, letters.length())).strip();
        return cut.isEmpty() ? "." : cut;
    }
}
