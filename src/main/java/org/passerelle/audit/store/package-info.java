@NullMarked
package org.passerelle.audit.store;

import org.jspecify.annotations.NullMarked;
