/// Registers of VAT numbers outside the house.
@NullMarked
package org.passerelle.tax.gateway;

import org.jspecify.annotations.NullMarked;
