package org.passerelle.verification;

import java.util.NoSuchElementException;

/// No case has this id, or none that the reader may know of.
public class CaseNotFound extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    public CaseNotFound(CaseId id) {
        super("No case " + id);
    }
}
