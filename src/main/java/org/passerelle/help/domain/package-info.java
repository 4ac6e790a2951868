/// What may be typed, and where requests are kept.
@NullMarked
package org.passerelle.help.domain;

import org.jspecify.annotations.NullMarked;
