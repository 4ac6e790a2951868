/// Search and stock in plain Java.
@NullMarked
package org.passerelle.catalogue.domain;

import org.jspecify.annotations.NullMarked;
