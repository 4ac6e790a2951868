/// Rules of programmes: what comes, and who gains or loses by it; what organisations that are not
/// eligible would do with a programme.
@NullMarked
package org.passerelle.backoffice.programme;

import org.jspecify.annotations.NullMarked;
