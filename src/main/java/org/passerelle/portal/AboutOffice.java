package org.passerelle.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;

/// Knows pages that are about something of one office, whoever reads them: its name, its times and
/// its bounds stand on them.
public interface AboutOffice {
    /// The office of what the page at this address is about; empty for every other address.
    Optional<OfficeId> officeOf(HttpServletRequest request);
}
