/// How packs are read: YAML to values that know their place, one reader for each kind of file, and
/// checks over the whole. Nobody outside the module needs to know.
@NullMarked
package org.passerelle.pack.reading;

import org.jspecify.annotations.NullMarked;
