/// Holds `docs/requirements.md` to what a run of the tests really showed.
@NullMarked
package org.passerelle.requirements;

import org.jspecify.annotations.NullMarked;
