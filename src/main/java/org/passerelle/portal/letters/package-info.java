/// Which letters a person chooses to get, and how they leave them.
@NullMarked
package org.passerelle.portal.letters;

import org.jspecify.annotations.NullMarked;
