/// What is to be invoiced and how it is given back, in plain Java.
@NullMarked
package org.passerelle.invoicing.domain;

import org.jspecify.annotations.NullMarked;
