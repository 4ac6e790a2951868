/// Files: the description of a register, and the register itself.
@NullMarked
package org.passerelle.registry.reading;

import org.jspecify.annotations.NullMarked;
