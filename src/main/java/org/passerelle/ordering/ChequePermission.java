package org.passerelle.ordering;

import java.time.Instant;
import org.passerelle.kernel.Signature;

/// What staff decided about an organisation's cheques, and why (PAY-04).
public record ChequePermission(boolean allowed, String reason, Instant at, Signature by) {}
