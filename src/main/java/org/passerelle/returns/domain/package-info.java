/// The rules of returns, in plain Java.
@NullMarked
package org.passerelle.returns.domain;

import org.jspecify.annotations.NullMarked;
