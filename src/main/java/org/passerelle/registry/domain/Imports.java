package org.passerelle.registry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.registry.ImportRecord;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.RegisterView.Installed;

/// What is installed, and every import.
public interface Imports {
    Map<RegisterId, Installed> installed();

    Map<RegisterId, ImportRecord> last();

    /// The columns kept of what is installed; none when nothing is.
    List<String> keptColumns(RegisterId register);

    Optional<Installed> installed(RegisterId register);

    void remember(ImportRecord record);

    /// Notes what is installed now.
    void install(
            RegisterId register,
            List<String> keptColumns,
            LocalDate asOf,
            long entries,
            long active,
            Instant now);
}
