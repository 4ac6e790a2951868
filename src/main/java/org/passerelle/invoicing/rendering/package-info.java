/// How an invoice is written: as PDF for people, as UBL for machines (INV-03).
@NullMarked
package org.passerelle.invoicing.rendering;

import org.jspecify.annotations.NullMarked;
