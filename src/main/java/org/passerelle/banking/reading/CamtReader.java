package org.passerelle.banking.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.banking.FileFault.Kind;
import org.passerelle.banking.domain.Advised;
import org.passerelle.banking.domain.BankFile;
import org.passerelle.banking.domain.Statement;

/// Reads ISO 20022 statements (CAMT.053, versions 02 to 10) in one go from first to last byte, and
/// what reports within the day (CAMT.052) and advices (CAMT.054) tell of bookings.
///
/// Nothing is checked by schema, for real files fail their own; but amounts, signs and balances
/// must be right, or the whole file is refused with its reason and line (PAY-02).
public final class CamtReader {
    private static final XMLInputFactory XML = factory();

    /// Bytes of a file in which its first letter must stand.
    private static final int LONGEST_START = 256;

    private CamtReader() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("points elsewhere");
        });
        return factory;
    }

    /// The statements of a file, whatever accounts they are of.
    ///
    /// @throws FileRefused when money could be miscounted, or it is no such file
    public static BankFile read(InputStream file) throws FileRefused {
        try {
            var begun = new BufferedInputStream(file);
            if (!isXml(begun)) {
                throw new FileRefused(Kind.NOT_XML, 0);
            }
            var xml = XML.createXMLStreamReader(begun);
            try {
                return document(xml);
            } finally {
                xml.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            var where = e.getLocation();
            throw new FileRefused(
                    Kind.DAMAGED,
                    where == null ? 0 : Math.max(where.getLineNumber(), 0),
                    String.valueOf(e.getMessage())
                            .lines()
                            .reduce((_, last) -> last)
                            .orElse("")
                            .replaceFirst("^Message: ", ""));
        }
    }

    /// Whether a file begins as XML does, whatever its letters are coded in; the parser would say
    /// of a PDF or an archive what nobody at a bank's counter understands.
    private static boolean isXml(BufferedInputStream file) throws IOException {
        file.mark(LONGEST_START);
        var start = file.readNBytes(LONGEST_START);
        file.reset();
        var text =
                new String(start, StandardCharsets.ISO_8859_1)
                        .replaceFirst("^(?:\\xEF\\xBB\\xBF|\\xFE\\xFF|\\xFF\\xFE)", "")
                        .replace("\0", "");
        return text.stripLeading().startsWith("<");
    }

    private static BankFile document(XMLStreamReader xml) throws XMLStreamException, FileRefused {
        var format = "";
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new FileRefused(Kind.UNSAFE, xml.getLocation().getLineNumber());
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            var namespace = Optional.ofNullable(xml.getNamespaceURI()).orElse("");
            if (format.isEmpty() && namespace.contains("camt.")) {
                format = namespace.substring(namespace.indexOf("camt."));
            }
            switch (xml.getLocalName()) {
                case "Document", "Envelope", "Body" -> {}
                case "BkToCstmrStmt" -> {
                    return statements(xml, format.isEmpty() ? "camt.053" : format);
                }
                case "BkToCstmrAcctRpt" -> {
                    return advices(xml, "Rpt", format.isEmpty() ? "camt.052" : format);
                }
                case "BkToCstmrDbtCdtNtfctn" -> {
                    return advices(xml, "Ntfctn", format.isEmpty() ? "camt.054" : format);
                }
                case "AppHdr" -> Node.read(xml);
                default ->
                        throw new FileRefused(
                                Kind.NOT_CAMT,
                                xml.getLocation().getLineNumber(),
                                xml.getLocalName());
            }
        }
        throw new FileRefused(Kind.EMPTY, 0);
    }

    private static BankFile advices(XMLStreamReader xml, String element, String format)
            throws XMLStreamException, FileRefused {
        var advised = new ArrayList<Advised>();
        var accounts = new HashSet<String>();
        while (xml.hasNext()) {
            xml.next();
            if (xml.isStartElement()) {
                var node = Node.read(xml);
                if (node.name().equals(element)) {
                    var reading = AdviceReading.of(node);
                    accounts.add(reading.account());
                    advised.addAll(reading.advised());
                }
            }
        }
        if (accounts.isEmpty()) {
            throw new FileRefused(Kind.EMPTY, 0);
        }
        return new BankFile(
                format.toLowerCase(Locale.ROOT), List.of(), advised, accounts, advised.size());
    }

    private static BankFile statements(XMLStreamReader xml, String format)
            throws XMLStreamException, FileRefused {
        var statements = new ArrayList<Statement>();
        var entries = 0;
        var seen = false;
        while (xml.hasNext()) {
            xml.next();
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("Stmt")) {
                    seen = true;
                    var reading = new StatementReading();
                    reading.read(xml);
                    entries += reading.entries();
                    statements.addAll(reading.statements());
                } else {
                    Node.read(xml);
                }
            }
        }
        if (!seen) {
            throw new FileRefused(Kind.EMPTY, 0);
        }
        return new BankFile(
                format.toLowerCase(Locale.ROOT),
                statements,
                List.of(),
                statements.stream().map(Statement::account).collect(Collectors.toSet()),
                entries);
    }
}
