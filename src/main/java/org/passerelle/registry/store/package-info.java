/// jOOQ and COPY on the schema `registry`.
@NullMarked
package org.passerelle.registry.store;

import org.jspecify.annotations.NullMarked;
