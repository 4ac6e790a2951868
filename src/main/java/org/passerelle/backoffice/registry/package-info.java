/// Public registers beside the case, their search, and which are installed.
@NullMarked
package org.passerelle.backoffice.registry;

import org.jspecify.annotations.NullMarked;
