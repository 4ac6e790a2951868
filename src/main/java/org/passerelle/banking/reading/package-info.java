/// Reads bank files: ISO 20022 CAMT.052, 053 and 054, as banks write them.
@NullMarked
package org.passerelle.banking.reading;

import org.jspecify.annotations.NullMarked;
