/// Staff's pages of what organisations ask: changes of data, partners' waivers.
@NullMarked
package org.passerelle.backoffice.organisation;

import org.jspecify.annotations.NullMarked;
