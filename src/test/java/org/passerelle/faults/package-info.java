/// What happens when many want the same at one instant, when the database goes away and when a
/// process is killed. The long versions run by `bench/run faults`.
@NullMarked
package org.passerelle.faults;

import org.jspecify.annotations.NullMarked;
