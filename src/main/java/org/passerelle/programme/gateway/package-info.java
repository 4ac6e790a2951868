/// What `programme` asks of its neighbours, brought into its own words.
@NullMarked
package org.passerelle.programme.gateway;

import org.jspecify.annotations.NullMarked;
