@NullMarked
package org.passerelle.token.store;

import org.jspecify.annotations.NullMarked;
