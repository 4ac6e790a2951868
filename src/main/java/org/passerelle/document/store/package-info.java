/// The module's tables.
@NullMarked
package org.passerelle.document.store;

import org.jspecify.annotations.NullMarked;
