/// The module's tables.
@NullMarked
package org.passerelle.organisation.store;

import org.jspecify.annotations.NullMarked;
