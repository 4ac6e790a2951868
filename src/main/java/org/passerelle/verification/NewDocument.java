package org.passerelle.verification;

import java.io.InputStream;

/// A file that comes with a contest.
public record NewDocument(String fileName, InputStream content) {}
