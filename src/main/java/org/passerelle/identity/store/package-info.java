@NullMarked
package org.passerelle.identity.store;

import org.jspecify.annotations.NullMarked;
