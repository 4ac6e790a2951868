package org.passerelle.ledger;

import java.time.Instant;

/// A posting as it stands in the books (PAY-05).
///
/// @param id in the order of posting within the database
public record Entry(long id, Posting posting, Instant postedAt) {}
