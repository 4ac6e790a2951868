/// The help centre, and requests to the office by form (HLP-01, HLP-02).
@NullMarked
package org.passerelle.portal.help;

import org.jspecify.annotations.NullMarked;
