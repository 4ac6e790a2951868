/// The folder of files, what bytes say they are, and the virus scanner.
@NullMarked
package org.passerelle.document.gateway;

import org.jspecify.annotations.NullMarked;
