/// Requests to the office, by form (HLP-02).
@NullMarked
package org.passerelle.portal.help;

import org.jspecify.annotations.NullMarked;
