/// One program, one database, modules that can be read one at a time.
@NullMarked
package org.passerelle;

import org.jspecify.annotations.NullMarked;
