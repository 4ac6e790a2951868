/// The tables of returns.
@NullMarked
package org.passerelle.returns.store;

import org.jspecify.annotations.NullMarked;
