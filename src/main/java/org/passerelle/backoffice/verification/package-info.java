/// Pages on qualification: what is due today, the queue, a case, organisations.
@NullMarked
package org.passerelle.backoffice.verification;

import org.jspecify.annotations.NullMarked;
