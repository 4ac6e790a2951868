/// Pages of taxes, for finance.
@NullMarked
package org.passerelle.backoffice.tax;

import org.jspecify.annotations.NullMarked;
