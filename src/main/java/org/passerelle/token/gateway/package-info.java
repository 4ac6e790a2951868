@NullMarked
package org.passerelle.token.gateway;

import org.jspecify.annotations.NullMarked;
