/// The module's files outside the database.
@NullMarked
package org.passerelle.organisation.gateway;

import org.jspecify.annotations.NullMarked;
