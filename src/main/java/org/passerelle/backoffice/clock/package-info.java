/// The clock of a demo.
@NullMarked
package org.passerelle.backoffice.clock;

import org.jspecify.annotations.NullMarked;
