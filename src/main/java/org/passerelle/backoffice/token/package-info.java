/// An organisation's tokens, as the office sees them.
@NullMarked
package org.passerelle.backoffice.token;

import org.jspecify.annotations.NullMarked;
