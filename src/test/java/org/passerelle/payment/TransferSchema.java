package org.passerelle.payment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The schema of pain.001.001.09 as ISO 20022 publishes it: every file of transfers that a test
/// makes is held to it (ORD-09).
public final class TransferSchema {
    private static final Schema SCHEMA = schema();

    private TransferSchema() {}

    private static Schema schema() {
        try {
            return SchemaFactory.newDefaultInstance()
                    .newSchema(
                            Objects.requireNonNull(
                                    TransferSchema.class.getResource("/pain.001.001.09.xsd")));
        } catch (SAXException e) {
            throw new AssertionError("The schema itself cannot be read", e);
        }
    }

    /// What the schema says against a file.
    public static List<String> complaints(byte[] file) {
        return complaints(new StreamSource(new ByteArrayInputStream(file)));
    }

    static List<String> complaints(Node document) {
        return complaints(new DOMSource(document));
    }

    private static List<String> complaints(Source source) {
        var found = new ArrayList<String>();
        try {
            var validator = SCHEMA.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setErrorHandler(new Noting(found));
            validator.validate(source);
        } catch (SAXException e) {
            found.add("not XML: " + e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    private record Noting(List<String> found) implements ErrorHandler {
        @Override
        public void warning(SAXParseException said) {
            found.add("warning: " + said.getMessage());
        }

        @Override
        public void error(SAXParseException said) {
            found.add(said.getMessage());
        }

        @Override
        public void fatalError(SAXParseException said) throws SAXException {
            throw said;
        }
    }
}
