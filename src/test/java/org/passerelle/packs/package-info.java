/// The committed packs, held against the texts they come from.
@NullMarked
package org.passerelle.packs;

import org.jspecify.annotations.NullMarked;
