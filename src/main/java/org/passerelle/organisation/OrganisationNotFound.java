package org.passerelle.organisation;

import java.util.NoSuchElementException;
import org.passerelle.kernel.OrganisationId;

/// No organisation has this id, or none that the reader may know of.
public class OrganisationNotFound extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    public OrganisationNotFound(OrganisationId id) {
        super("No organisation " + id);
    }
}
