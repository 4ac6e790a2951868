/// The rules of the house, each with a planted offender that shows that it bites.
@NullMarked
package org.passerelle.architecture;

import org.jspecify.annotations.NullMarked;
