/// Staff pages of an office's money: the month, what is open, what goes out.
@NullMarked
package org.passerelle.backoffice.finance;

import org.jspecify.annotations.NullMarked;
