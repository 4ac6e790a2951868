package org.passerelle.banking.reading;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.passerelle.banking.FileFault;
import org.passerelle.banking.domain.BankFile;

/// Writes statements for tests.
public final class Camt {
    public static final String IBAN = "LU280019400644750000";

    private Camt() {}

    /// A file of one statement from 2026-11-02 to 2026-11-03.
    public static String file(String opening, String closing, String entries) {
        return document(statement(IBAN, opening, closing, entries));
    }

    public static String document(String statements) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">\n"
                + "<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>\n"
                + statements
                + "</BkToCstmrStmt></Document>\n";
    }

    public static String statement(String iban, String opening, String closing, String entries) {
        return "<Stmt><Id>S1</Id><Acct><Id><IBAN>"
                + iban
                + "</IBAN></Id></Acct>\n"
                + balance("OPBD", opening, "EUR", "2026-11-02")
                + balance("CLBD", closing, "EUR", "2026-11-03")
                + entries
                + "</Stmt>\n";
    }

    public static String balance(String code, String amount, String currency, String day) {
        return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"%s\">%s</Amt>"
                        .formatted(code, currency, amount)
                + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>%n".formatted(day);
    }

    public static String credit(String amount, String details) {
        return entry("CRDT", amount, "<NtryDtls>" + details + "</NtryDtls>");
    }

    public static String entry(String sign, String amount, String rest) {
        return "<Ntry><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
                        .formatted(amount, sign)
                + "<BookgDt><Dt>2026-11-03</Dt></BookgDt>%s</Ntry>%n".formatted(rest);
    }

    public static BankFile read(String file) throws FileRefused {
        return CamtReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    /// Why a file is refused.
    static FileFault fault(String file) {
        try {
            throw new AssertionError("taken: " + read(file));
        } catch (FileRefused refused) {
            return refused.fault();
        }
    }
}
