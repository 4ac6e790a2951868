package org.passerelle.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.strings;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The message is held to its schema, and to the shorter names and fewer signs of a SEPA transfer.
@Requirement({"ORD-09", "PAY-02"})
class CreditTransferFileTest {
    private static final Iban OFFICE = new Iban("LU280019400644750000");
    private static final Iban PAYER = new Iban("BE68539007547034");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123Z");

    /// What a SEPA transfer leaves of the schema's lengths.
    private static final Map<String, Integer> LONGEST = Map.of("Nm", 70, "Ustrd", 140);

    private static CreditTransferFile.Transfer transfer(String id, String amount, String name) {
        return new CreditTransferFile.Transfer(
                id, Money.parse("EUR " + amount), name, PAYER, "Commande 10002, trop payé");
    }

    private static CreditTransferFile file(CreditTransferFile.Transfer... transfers) {
        return new CreditTransferFile(
                "LU-2026-0001",
                NOW,
                LocalDate.of(2026, 11, 23),
                "Bureau à l’essai",
                OFFICE,
                Optional.of("BCEELULL"),
                List.of(transfers));
    }

    private static Element read(CreditTransferFile file) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(file.bytes()))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("Not even XML", e);
        }
    }

    private static List<Element> children(Element element) {
        var children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .map(Element.class::cast)
                .toList();
    }

    private static List<String> faults(Element root) {
        var faults = new ArrayList<>(TransferSchema.complaints(root.getOwnerDocument()));
        addSepa(root, faults);
        return faults;
    }

    private static void addSepa(Element element, List<String> faults) {
        children(element).forEach(child -> addSepa(child, faults));
        if (!children(element).isEmpty()) {
            return;
        }
        var text = element.getTextContent();
        var longest = LONGEST.getOrDefault(element.getLocalName(), Integer.MAX_VALUE);
        if (text.isBlank() || text.length() > longest) {
            faults.add(element.getLocalName() + " is empty or too long: " + text);
        }
        if (!text.matches("[A-Za-z0-9/?:().,'+ -]+")) {
            faults.add(element.getLocalName() + " has signs banks refuse: " + text);
        }
    }

    private static List<String> all(Element root, String name) {
        var nodes = root.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    @Test
    void a_file_says_who_pays_whom_how_much_and_from_which_account() {
        var root = read(file(transfer("P1", "12.50", "Les Amis"), transfer("P2", "0.01", "Autre")));

        assertThat(faults(root)).isEmpty();
        assertThat(root.getNamespaceURI())
                .isEqualTo("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
        assertThat(all(root, "NbOfTxs")).containsExactly("2", "2");
        assertThat(all(root, "CtrlSum")).containsExactly("12.51", "12.51");
        assertThat(all(root, "InstdAmt")).containsExactly("12.50", "0.01");
        assertThat(all(root, "EndToEndId")).containsExactly("P1", "P2");
        assertThat(all(root, "IBAN")).containsExactly(OFFICE.value(), PAYER.value(), PAYER.value());
        assertThat(all(root, "BICFI")).containsExactly("BCEELULL");
        assertThat(all(root, "CreDtTm")).containsExactly("2026-11-22T10:15:30Z");
        assertThat(all(root, "Dt")).containsExactly("2026-11-23");
        assertThat(root.getElementsByTagNameNS("*", "InstdAmt").item(0).getAttributes())
                .extracting(it -> it.getNamedItem("Ccy").getNodeValue())
                .isEqualTo("EUR");
    }

    @Test
    void the_schema_it_is_held_to_finds_what_is_out_of_place() {
        var root = read(file(transfer("P1", "1.00", "Les Amis")));
        var transfer = (Element) root.getElementsByTagNameNS("*", "CdtTrfTxInf").item(0);

        transfer.appendChild(transfer.getFirstChild());
        assertThat(faults(root)).isNotEmpty();
        transfer.removeChild(transfer.getLastChild());
        assertThat(faults(root)).isNotEmpty();
    }

    @Test
    void a_bank_without_a_bic_is_said_not_to_be_provided() {
        var root =
                read(
                        new CreditTransferFile(
                                "LU-2026-0002",
                                NOW,
                                LocalDate.of(2026, 11, 23),
                                "Bureau",
                                OFFICE,
                                Optional.empty(),
                                List.of(transfer("P1", "1.00", "Les Amis"))));

        assertThat(faults(root)).isEmpty();
        assertThat(all(root, "Othr")).containsExactly("NOTPROVIDED");
    }

    @Test
    void names_keep_to_the_signs_that_every_bank_takes() {
        assertThat(CreditTransferFile.plain("Cœur & Âme — l’École « Éveil » n° 2", 70))
                .isEqualTo("Coeur + Ame - l'Ecole Eveil n 2");
        assertThat(CreditTransferFile.plain("Дом", 70)).isEqualTo(".");
        assertThat(CreditTransferFile.plain("Straße Übung", 8)).isEqualTo("Strasse");
    }

    @Test
    void whatever_the_names_say_the_file_is_whole_and_the_sum_is_right() {
        qt().forAll(
                        integers().between(1, 40),
                        strings().allPossible().ofLengthBetween(0, 200),
                        integers().all())
                .checkAssert((count, name, seed) -> {
                    var random = new Random(seed);
                    var sum = BigDecimal.ZERO;
                    var transfers = new ArrayList<CreditTransferFile.Transfer>();
                    for (var i = 0; i < count; i++) {
                        var amount =
                                Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextInt(10_000_000));
                        sum = sum.add(amount.getAmount());
                        transfers.add(
                                new CreditTransferFile.Transfer(
                                        "P" + i, amount, name, PAYER, name));
                    }
                    var root = read(file(transfers.toArray(CreditTransferFile.Transfer[]::new)));
                    assertThat(faults(root)).isEmpty();
                    assertThat(all(root, "CtrlSum"))
                            .containsExactly(sum.toPlainString(), sum.toPlainString());
                });
    }

    @Test
    void the_same_values_make_the_same_bytes() {
        assertThat(file(transfer("P1", "1.00", "A")).bytes())
                .isEqualTo(file(transfer("P1", "1.00", "A")).bytes())
                .startsWith("<?xml".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_a_bank_would_refuse_is_refused_here() {
        assertThatThrownBy(() -> transfer("P1", "0.00", "A"))
                .hasMessageContaining("No amount of a SEPA transfer");
        assertThatThrownBy(() ->
                        new CreditTransferFile.Transfer(
                                "P1", Money.parse("CAD 1.00"), "A", PAYER, "x"))
                .hasMessageContaining("No amount of a SEPA transfer");
        assertThatThrownBy(
                        () -> transfer("a number that is far too long for any bank", "1.00", "A"))
                .hasMessageContaining("No identifier for a bank");
        assertThatThrownBy(() -> file()).hasMessageContaining("No transfers");
        assertThatThrownBy(() -> file(transfer("P1", "1.00", "A"), transfer("P1", "2.00", "B")))
                .hasMessageContaining("two of one identifier");
    }
}
