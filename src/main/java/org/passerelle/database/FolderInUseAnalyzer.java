package org.passerelle.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in two lines what a stack trace would hide.
final class FolderInUseAnalyzer extends AbstractFailureAnalyzer<FolderInUseException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, FolderInUseException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Stop the other one, or start this one with --passerelle.data-folder=<another"
                        + " folder> and --server.port=<another port>.",
                cause);
    }
}
