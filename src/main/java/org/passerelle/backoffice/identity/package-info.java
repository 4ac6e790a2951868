/// People with duties, and the keys of partners' machines.
@NullMarked
package org.passerelle.backoffice.identity;

import org.jspecify.annotations.NullMarked;
