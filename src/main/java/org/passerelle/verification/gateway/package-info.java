/// Reads documents with a library, behind a port of the domain.
@NullMarked
package org.passerelle.verification.gateway;

import org.jspecify.annotations.NullMarked;
