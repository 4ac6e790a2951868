/// Pages of staff about invoices, the month's run and credit notes.
@NullMarked
package org.passerelle.backoffice.invoicing;

import org.jspecify.annotations.NullMarked;
