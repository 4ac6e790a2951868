/// How a case moves, and which documents are taken. Plain Java.
@NullMarked
package org.passerelle.verification.domain;

import org.jspecify.annotations.NullMarked;
