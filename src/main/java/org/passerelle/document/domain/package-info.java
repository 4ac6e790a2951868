/// Which files are taken, and the ports to where they lie and who scans them.
@NullMarked
package org.passerelle.document.domain;

import org.jspecify.annotations.NullMarked;
