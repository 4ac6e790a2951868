/// What the module keeps, as its face sees it.
@NullMarked
package org.passerelle.tax.domain;

import org.jspecify.annotations.NullMarked;
