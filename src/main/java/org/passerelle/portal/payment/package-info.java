/// Members' pages of their organisation's money.
@NullMarked
package org.passerelle.portal.payment;

import org.jspecify.annotations.NullMarked;
