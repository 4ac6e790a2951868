/// The rules of programmes as plain Java, one small class for one idea.
@NullMarked
package org.passerelle.programme.domain;

import org.jspecify.annotations.NullMarked;
