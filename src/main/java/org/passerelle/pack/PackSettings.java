package org.passerelle.pack;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where packs lie and which of its sub-folders are installed.
///
/// @param onlyConfirmed whether the program refuses to start with content that nobody confirmed
///   (ELI-03)
@ConfigurationProperties("passerelle.packs")
record PackSettings(
        Path folder, List<String> installed, @DefaultValue("false") boolean onlyConfirmed) {}
