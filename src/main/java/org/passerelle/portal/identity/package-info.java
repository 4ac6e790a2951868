/// Pages about a person's own account: open one, sign in, forget the password, change it.
@NullMarked
package org.passerelle.portal.identity;

import org.jspecify.annotations.NullMarked;
