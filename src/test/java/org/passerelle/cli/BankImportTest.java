package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.ordering.OrderingFixture.WINDOWS;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.passerelle.TestDatabase;
import org.passerelle.banking.BankFiles;
import org.passerelle.banking.Banking;
import org.passerelle.banking.MovementsFound.View;
import org.passerelle.kernel.OfficeId;
import org.passerelle.ordering.OrderState;
import org.passerelle.ordering.OrderingFixture;
import org.passerelle.pack.Packs;
import org.passerelle.payment.Payments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/// `passerelle bank import` as somebody at a terminal sees it.
@ProductTest
@Requirement("PAY-02")
class BankImportTest {
    private static final Path REAL = Path.of("../shared/data/bank/camt");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    @TempDir Path folder;

    private record Run(int exit, String out, String err) {}

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = PasserelleCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(exit, out.toString(), err.toString());
    }

    private static Run imported(List<Path> files, String... more) {
        var arguments = new ArrayList<>(List.of("bank", "import"));
        files.forEach(file -> arguments.add(file.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void an_order_is_paid_by_a_file_while_the_server_runs(
            @Autowired OrderingFixture house,
            @Autowired Payments payments,
            @Autowired Environment server)
            throws IOException {
        var order = house.placed(house.qualified(), WINDOWS, "2");
        var communication = payments.get(order.number().payable()).communication();
        var gross = order.total().gross().getAmount().toPlainString();
        var bank = new BankFiles();
        bank.credit(DAY, gross, "X", communication.toString());
        bank.credit(DAY, "12.00", "Nobody known", "?");
        var file = Files.writeString(folder.resolve("november.xml"), bank.file());

        var told = imported(List.of(file), settingsOf(server));

        assertThat(told.out())
                .isEqualToNormalizingNewlines(
                        "november.xml: socialware-lu, 2 movements, 0 known already;"
                                + " 2 new: 1 assigned, 1 to decide, 0 need nothing\n");
        assertThat(told.err()).contains("[1/1] november.xml: reading…");
        assertThat(told.exit()).isZero();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(house.ordering.order(order.number()).orElseThrow().state())
                                .isInstanceOf(OrderState.InFulfilment.class));
    }

    private static String[] settingsOf(Environment server) {
        return new String[] {
            "--passerelle.demo=false",
            "--passerelle.database.url=" + server.getProperty("passerelle.database.url"),
            "--passerelle.data-folder=" + server.getProperty("passerelle.data-folder")
        };
    }

    @Test
    void a_country_without_iban_names_its_account_by_a_number(
            @Autowired Banking banking, @Autowired Packs packs, @Autowired Environment server)
            throws IOException {
        var canada = OfficeId.of("techsoup-ca");
        var number = packs.get(canada).office().payment().account();
        var bank = new BankFiles();
        var statement =
                bank.credit(DAY, "12.00", "Cheques", "deposit " + bank.name())
                        .file()
                        .replace(
                                "<IBAN>" + BankFiles.IBAN + "</IBAN>",
                                "<Othr><Id>" + number + "</Id></Othr>")
                        .replace("EUR", "CAD");
        var file = Files.writeString(folder.resolve("canada.xml"), statement);

        var told = imported(List.of(file), settingsOf(server));

        assertThat(number).isEqualTo("99999-999-9999999");
        assertThat(told.out()).contains("canada.xml: techsoup-ca, 1 movements", "1 to decide");
        assertThat(banking.movements(canada, View.OPEN, 0, 99).movements())
                .anyMatch(one ->
                        one.movement().text().contains(bank.name())
                                && one.account().equals(number));
    }

    /// The bank's own files, month by month, in the wrong order, together, and again.
    @Test
    void real_statements_are_taken_once_in_whatever_order_and_cut_they_come() throws IOException {
        if (!Files.isDirectory(REAL)) {
            System.out.println(REAL + " is absent: no bank's own file was imported");
            return;
        }
        var settings =
                new String[] {
                    "--passerelle.demo=false",
                    "--passerelle.packs.folder=" + packsOfTheirAccounts(),
                    "--passerelle.data-folder=" + folder.resolve("data"),
                    "--passerelle.database.url=" + TestDatabase.createEmpty()
                };
        var october = REAL.resolve("account_statement-3.xml");
        var november = REAL.resolve("BE68793230773034-202411.xml");
        var december = REAL.resolve("BE68793230773034-202412.xml");
        var broken =
                Files.writeString(
                        folder.resolve("cut.xml"), Files.readString(october).substring(0, 90_000));

        var first =
                imported(
                        List.of(
                                october,
                                december,
                                broken,
                                REAL.resolve("account_statement.xml"),
                                REAL.resolve("sample_camt054v10.xml"),
                                REAL.resolve("sample_daily_camt053v8_2024-03-07.xml")),
                        settings);

        assertThat(first.out())
                .contains("account_statement-3.xml: socialware-lu, 314 movements, 0 known already;")
                .contains("a statement is missing between 2024-10-31 and 2024-11-30")
                .contains("cut.xml: refused, nothing of it is taken: line ")
                .contains("it is of account BE86463768548050, and the offices' are BE68793230773")
                .contains("techsoup-ca, 3 movements, 0 known already; 3 new:")
                .contains("left out, no office's account: LT414319056143772570")
                .contains("6 files: 581 new: 0 assigned, ", "; 3 refused");
        assertThat(first.exit()).isEqualTo(1);

        var second =
                imported(List.of(both(november, december), november, october, december), settings);

        assertThat(second.out())
                .contains("both.xml: socialware-lu, 532 movements, 264 known already; 268 new:")
                .contains("202411.xml: socialware-lu, 268 movements, 268 known already; 0 new:")
                .contains("statement-3.xml: socialware-lu, 314 movements, 314 known already; 0 new")
                .contains("202412.xml: socialware-lu, 264 movements, 264 known already; 0 new:")
                .doesNotContain("missing");
        assertThat(second.exit()).isZero();
    }

    /// One statement over two months: the first with the bookings and the balance of the next.
    private Path both(Path one, Path next) throws IOException {
        var first = Files.readString(one);
        var then = Files.readString(next);
        var entries = then.substring(then.indexOf("<Ntry>"), then.lastIndexOf("</Ntry>") + 7);
        var end = first.lastIndexOf("</Ntry>") + 7;
        return Files.writeString(
                folder.resolve("both.xml"),
                (first.substring(0, end) + entries + first.substring(end))
                        .replace(">87539.12<", ">41965.11<")
                        .replace("2024-11-30T23:59:59", "2024-12-31T23:59:59"));
    }

    private Path packsOfTheirAccounts() throws IOException {
        var packs = folder.resolve("packs");
        FileSystemUtils.copyRecursively(Path.of("packs"), packs);
        account(packs.resolve("socialware-lu/office.yaml"), "BE68793230773034");
        account(packs.resolve("techsoup-ca/office.yaml"), "LT625883379695428516");
        return packs;
    }

    private static void account(Path office, String iban) throws IOException {
        Files.writeString(
                office,
                Files.readString(office)
                        .replaceAll("(?m)^  (iban|account): .*$", "  iban: " + iban));
    }

    @Test
    void a_wrong_call_is_told_from_a_refused_file() throws IOException {
        var none = run("bank", "import", folder.resolve("none.xml").toString());

        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("There is no file");
        assertThat(run("bank", "import").exit()).isEqualTo(2);
        assertThat(run("bank").exit()).isEqualTo(2);
        var file = Files.writeString(folder.resolve("a.xml"), "");
        assertThat(run("bank", "import", file.toString(), "--oficce=x").exit()).isEqualTo(2);
    }
}
