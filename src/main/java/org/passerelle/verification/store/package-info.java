/// The module's tables.
@NullMarked
package org.passerelle.verification.store;

import org.jspecify.annotations.NullMarked;
