/// Invoices in PostgreSQL.
@NullMarked
package org.passerelle.invoicing.store;

import org.jspecify.annotations.NullMarked;
