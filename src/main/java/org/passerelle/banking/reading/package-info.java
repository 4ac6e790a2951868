/// Reads bank files: ISO 20022 CAMT.053, as banks write it.
@NullMarked
package org.passerelle.banking.reading;

import org.jspecify.annotations.NullMarked;
