package org.passerelle.invoicing.rendering;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.EValidationType;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/// The official rules of Peppol BIS Billing 3.0 of May 2026, with the schema and the rules of EN
/// 16931 that they stand on. Compiled once, which takes seconds.
public final class OfficialRules {
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY =
            new ValidationExecutorSetRegistry<>();

    static {
        PeppolValidation2026_05.init(REGISTRY);
    }

    private OfficialRules() {}

    /// What the schema and all rules say against a document, warnings too.
    public static List<String> complaints(byte[] document) {
        var dom = dom(document);
        var found = new ArrayList<String>();
        ValidationExecutionManager.executeValidation(
                        IValidityDeterminator.createDefault(),
                        rules(dom),
                        ValidationSourceXML.create("invoice.xml", dom),
                        Locale.ROOT)
                .forEachFlattened(error ->
                        found.add(
                                error.getErrorLevel().getID()
                                        + " "
                                        + error.getErrorID()
                                        + " "
                                        + error.getErrorText(Locale.ROOT)));
        return found;
    }

    /// The rules that a fragment breaks; of a fragment the schema is not asked.
    static Set<String> brokenBy(Document fragment) {
        var broken = new TreeSet<String>();
        var source = ValidationSourceXML.create("fragment.xml", fragment);
        for (var rule : rules(fragment).getAllExecutors()) {
            if (rule.getValidationArtefact().getValidationType() == EValidationType.XSD) {
                continue;
            }
            rule.applyValidation(source, IValidityDeterminator.createDefault(), Locale.ROOT)
                    .getErrorList()
                    .forEach(error -> broken.add(Objects.toString(error.getErrorID())));
        }
        return broken;
    }

    private static IValidationExecutorSet<IValidationSourceXML> rules(Document document) {
        return Objects.requireNonNull(REGISTRY.getOfID(idFor(document)));
    }

    private static DVRCoordinate idFor(Document document) {
        return switch (document.getDocumentElement().getLocalName()) {
            case "Invoice" -> PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3;
            case "CreditNote" -> PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3;
            default -> throw new IllegalArgumentException("Neither invoice nor credit note");
        };
    }

    static Document dom(byte[] xml) {
        try {
            return builders().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// An element as a document of its own.
    static Document alone(Node element) {
        try {
            var document = builders().newDocumentBuilder().newDocument();
            document.appendChild(document.importNode(element, true));
            return document;
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static DocumentBuilderFactory builders() {
        var builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        return builders;
    }
}
