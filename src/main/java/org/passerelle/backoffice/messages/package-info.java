/// Letters as staff sees them.
@NullMarked
package org.passerelle.backoffice.messages;

import org.jspecify.annotations.NullMarked;
