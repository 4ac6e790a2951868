/// Pages about who belongs to an organisation and may do what for it.
@NullMarked
package org.passerelle.portal.members;

import org.jspecify.annotations.NullMarked;
