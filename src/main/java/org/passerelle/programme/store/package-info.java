/// The module's tables.
@NullMarked
package org.passerelle.programme.store;

import org.jspecify.annotations.NullMarked;
