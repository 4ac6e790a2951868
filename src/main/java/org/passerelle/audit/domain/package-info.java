@NullMarked
package org.passerelle.audit.domain;

import org.jspecify.annotations.NullMarked;
