@NullMarked
package org.passerelle.token.domain;

import org.jspecify.annotations.NullMarked;
