/// Staff's queue of requests, by kind and due time (HLP-02).
@NullMarked
package org.passerelle.backoffice.help;

import org.jspecify.annotations.NullMarked;
