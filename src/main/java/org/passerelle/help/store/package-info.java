/// The module's tables.
@NullMarked
package org.passerelle.help.store;

import org.jspecify.annotations.NullMarked;
