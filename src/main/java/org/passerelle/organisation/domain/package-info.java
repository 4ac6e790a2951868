/// How a registration is read, and when it is complete. Plain Java.
@NullMarked
package org.passerelle.organisation.domain;

import org.jspecify.annotations.NullMarked;
