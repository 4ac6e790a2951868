/// The development mailbox: what would have been mailed.
@NullMarked
package org.passerelle.portal.mailbox;

import org.jspecify.annotations.NullMarked;
