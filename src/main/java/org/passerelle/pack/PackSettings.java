package org.passerelle.pack;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where packs lie and which of its sub-folders are installed.
@ConfigurationProperties("passerelle.packs")
record PackSettings(Path folder, List<String> installed) {}
