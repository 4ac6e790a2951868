/// Staff pages of orders, payments and stock: what blocks, what to record, what to hand over.
@NullMarked
package org.passerelle.backoffice.ordering;

import org.jspecify.annotations.NullMarked;
