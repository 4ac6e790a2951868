package org.passerelle.banking.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.banking.reading.Camt.credit;
import static org.passerelle.banking.reading.Camt.entry;
import static org.passerelle.banking.reading.Camt.fault;
import static org.passerelle.banking.reading.Camt.file;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Requirement;
import org.passerelle.banking.FileFault;
import org.passerelle.banking.FileFault.Kind;
import org.passerelle.banking.Movement;
import org.passerelle.banking.Movement.BankReferences;
import org.passerelle.banking.Movement.Counterparty;

@Requirement("PAY-02")
class CamtReaderTest {
    private static final String PAYER =
            "<TxDtls><Refs><AcctSvcrRef>B1</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId>"
                    + "</Refs><RltdPties><Dbtr><Pty><Nm>Café des Amis asbl</Nm></Pty></Dbtr>"
                    + "<DbtrAcct><Id><IBAN>BE68 5390 0754 7034</IBAN></Id></DbtrAcct>"
                    + "</RltdPties>"
                    + "<RltdAgts><DbtrAgt><FinInstnId><BICFI>GKCCBEBB</BICFI></FinInstnId>"
                    + "</DbtrAgt>"
                    + "</RltdAgts><RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd>"
                    + "</CdOrPrtry><Issr>BBA</Issr></Tp><Ref>010806817183</Ref></CdtrRefInf>"
                    + "</Strd></RmtInf></TxDtls>";

    private static Money eur(String amount) {
        return Money.parse("EUR " + amount);
    }

    private static List<Movement> movements(String file) throws FileRefused {
        return Camt.read(file).statements().getFirst().movements();
    }

    @Test
    void a_credit_is_read_with_all_that_the_bank_says() throws FileRefused {
        assertThat(movements(file("10", "54.46", credit("44.46", PAYER))))
                .containsExactly(
                        new Movement(
                                LocalDate.of(2026, 11, 3),
                                Optional.empty(),
                                eur("44.46"),
                                new Counterparty(
                                        "Café des Amis asbl", "BE68539007547034", "GKCCBEBB"),
                                new BankReferences("B1", "", ""),
                                List.of("010806817183"),
                                "",
                                false,
                                Optional.empty(),
                                false,
                                Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08", "09", "10"})
    void all_versions_are_read(String version) throws FileRefused {
        var text = file("10", "54.46", credit("44.46", PAYER)).replace("001.08", "001." + version);
        if (version.equals("02")) {
            text =
                    text.replace("<Pty><Nm>", "<Nm>")
                            .replace("</Nm></Pty>", "</Nm>")
                            .replace("BICFI", "BIC")
                            .replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
        }
        assertThat(Camt.read(text).format()).isEqualTo("camt.053.001." + version);
        assertThat(movements(text).getFirst().counterparty())
                .isEqualTo(new Counterparty("Café des Amis asbl", "BE68539007547034", "GKCCBEBB"));
    }

    @Test
    void a_batch_is_as_many_movements_as_it_tells() throws FileRefused {
        var batch =
                "<Btch><NbOfTxs>2</NbOfTxs></Btch>"
                        + "<TxDtls><Amt Ccy=\"EUR\">4.46</Amt></TxDtls>"
                        + "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"EUR\">40</Amt></TxAmt></AmtDtls>"
                        + "</TxDtls>";

        assertThat(movements(file("10", "54.46", credit("44.46", batch))))
                .extracting(Movement::amount)
                .containsExactly(eur("4.46"), eur("40.00"));
    }

    @Test
    void a_batch_whose_details_are_not_its_sum_or_not_there_is_one_movement() throws FileRefused {
        var wrong =
                "<TxDtls><Amt Ccy=\"EUR\">4.46</Amt></TxDtls>"
                        + "<TxDtls><Amt Ccy=\"EUR\">4</Amt></TxDtls>";
        var none = "<Btch><NbOfTxs>86</NbOfTxs></Btch>";

        for (var details : List.of(wrong, none, none + "<TxDtls></TxDtls>")) {
            var movements = movements(file("10", "54.46", credit("44.46", details)));
            assertThat(movements).extracting(Movement::amount).containsExactly(eur("44.46"));
            assertThat(movements.getFirst().batch()).isTrue();
        }
    }

    @Test
    void reversals_returns_and_charges_are_told() throws FileRefused {
        var returned =
                "<Chrgs><TtlChrgsAndTaxAmt Ccy=\"EUR\">1.50</TtlChrgsAndTaxAmt></Chrgs>"
                        + "<RvslInd>true</RvslInd><NtryDtls><TxDtls><RtrInf><Rsn><Cd>AC04</Cd>"
                        + "</Rsn></RtrInf></TxDtls></NtryDtls>";

        var movement = movements(file("100", "55.54", entry("DBIT", "44.46", returned)));

        assertThat(movement.getFirst().amount()).isEqualTo(eur("-44.46"));
        assertThat(movement.getFirst().reversal()).isTrue();
        assertThat(movement.getFirst().returnReason()).contains("AC04");
        assertThat(movement.getFirst().charges()).contains(eur("1.50"));
    }

    @Test
    void each_currency_of_an_account_reconciles_by_itself() throws FileRefused {
        var dollars =
                Camt.balance("OPBD", "5", "USD", "2026-11-02")
                        + Camt.balance("CLBD", "6", "USD", "2026-11-03")
                        + entry("CRDT", "1", "").replace("EUR", "USD");

        var statements = Camt.read(file("10", "12", entry("CRDT", "2", "") + dollars)).statements();

        assertThat(statements)
                .extracting(one -> one.currency().getCode())
                .containsExactly("EUR", "USD");
        assertThat(statements).allMatch(one -> one.movements().size() == 1);
    }

    @Test
    void several_statements_in_a_file_are_several() throws FileRefused {
        var text =
                Camt.document(
                        Camt.statement(Camt.IBAN, "1", "2", entry("CRDT", "1", ""))
                                + Camt.statement("BE68539007547034", "1", "1", ""));

        assertThat(Camt.read(text).statements()).hasSize(2);
    }

    @Test
    void what_is_announced_but_not_booked_is_no_movement() throws FileRefused {
        var pending = entry("CRDT", "44.46", "").replace("BOOK", "PDNG");

        assertThat(movements(file("10", "10", pending))).isEmpty();
    }

    @Test
    void the_newest_first_is_turned_round() throws FileRefused {
        var older = entry("CRDT", "2", "").replace("11-03", "11-02");

        assertThat(movements(file("0", "5", entry("CRDT", "3", "") + older)))
                .extracting(Movement::amount)
                .containsExactly(eur("2.00"), eur("3.00"));
    }

    @Test
    void balances_that_do_not_reconcile_refuse_the_file_with_all_figures() {
        assertThat(fault(file("10", "54.47", credit("44.46", PAYER))))
                .isEqualTo(
                        new FileFault(
                                Kind.DOES_NOT_RECONCILE,
                                4,
                                List.of(
                                        Camt.IBAN,
                                        "EUR 10.00",
                                        "EUR 44.46",
                                        "EUR 54.47",
                                        "EUR 0.01")));
    }

    @Test
    void what_could_miscount_money_is_refused_with_its_line() {
        var unsigned = file("10", "54.46", credit("44.46", PAYER).replace("CRDT", ""));
        assertThat(fault(unsigned)).isEqualTo(new FileFault(Kind.MISSING, 7, List.of("CdtDbtInd")));

        var comma = file("10", "54.46", credit("44,46", PAYER));
        assertThat(fault(comma))
                .isEqualTo(new FileFault(Kind.WRONG_AMOUNT, 7, List.of("Amt", "44,46")));

        var cents = file("10", "54.46", credit("44.461", PAYER));
        assertThat(fault(cents).kind()).isEqualTo(Kind.WRONG_AMOUNT);

        var day = file("10", "54.46", credit("44.46", PAYER)).replace("2026-11-03", "2026-02-30");
        assertThat(fault(day).kind()).isEqualTo(Kind.WRONG_DAY);
    }

    @Test
    void a_cut_file_and_one_of_another_kind_are_refused() {
        var whole = file("10", "54.46", credit("44.46", PAYER));

        assertThat(fault(whole.substring(0, whole.length() - 40)).kind()).isEqualTo(Kind.DAMAGED);
        for (var other : List.of("", "%PDF-1.7", "PK\u0003\u0004 <x/>", ":20:STARTUMS", " \n")) {
            assertThat(fault(other)).isEqualTo(new FileFault(Kind.NOT_XML, 0, List.of()));
        }
        assertThat(fault("<html/>")).isEqualTo(new FileFault(Kind.NOT_CAMT, 1, List.of("html")));
        assertThat(fault("<Document/>").kind()).isEqualTo(Kind.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1"})
    void a_file_is_read_however_its_letters_are_coded(String coding) throws FileRefused {
        var mark = coding.equals("ISO-8859-1") || coding.equals("UTF-16") ? "" : "\uFEFF";
        var text = file("10", "54.46", credit("44.46", PAYER)).replaceFirst("<\\?.*\\?>\\s*", "");
        var coded = mark + "<?xml version=\"1.0\" encoding=\"" + coding + "\"?>" + text;
        var bytes = coded.getBytes(Charset.forName(coding));

        var read = CamtReader.read(new ByteArrayInputStream(bytes));

        assertThat(read.statements()).isEqualTo(Camt.read(text).statements());
    }

    @Test
    void a_file_that_points_elsewhere_is_refused() {
        var entity =
                "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<Document><BkToCstmrStmt>&x;</BkToCstmrStmt></Document>";

        assertThat(fault(entity).kind()).isEqualTo(Kind.UNSAFE);
    }
}
