/// The trail, to be read.
@NullMarked
package org.passerelle.backoffice.audit;

import org.jspecify.annotations.NullMarked;
