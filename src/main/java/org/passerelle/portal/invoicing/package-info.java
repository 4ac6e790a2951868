/// Pages of a member about invoices and payments.
@NullMarked
package org.passerelle.portal.invoicing;

import org.jspecify.annotations.NullMarked;
