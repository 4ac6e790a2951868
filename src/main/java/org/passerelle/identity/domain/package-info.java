@NullMarked
package org.passerelle.identity.domain;

import org.jspecify.annotations.NullMarked;
