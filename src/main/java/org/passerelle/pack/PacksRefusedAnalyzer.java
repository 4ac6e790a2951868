package org.passerelle.pack;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at a refused start what is wrong with which pack, without a stack trace.
class PacksRefusedAnalyzer extends AbstractFailureAnalyzer<PacksRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PacksRefused cause) {
        return new FailureAnalysis(
                "A pack is wrong:"
                        + System.lineSeparator()
                        + String.join(System.lineSeparator(), cause.errors()),
                "Mend the lines above and try them with 'bin/passerelle pack check'."
                        + " The setting passerelle.packs.installed says which packs of "
                        + cause.folder()
                        + " are installed.",
                cause);
    }
}
