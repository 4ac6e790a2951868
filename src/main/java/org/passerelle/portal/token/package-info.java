/// Pages about validation tokens: create, copy, renew, revoke, see who looked.
@NullMarked
package org.passerelle.portal.token;

import org.jspecify.annotations.NullMarked;
