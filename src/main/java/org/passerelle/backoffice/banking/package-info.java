/// Staff pages of the bank: statements in, payments that need a decision.
@NullMarked
package org.passerelle.backoffice.banking;

import org.jspecify.annotations.NullMarked;
