/// Statements, movements and decisions in PostgreSQL.
@NullMarked
package org.passerelle.banking.store;

import org.jspecify.annotations.NullMarked;
