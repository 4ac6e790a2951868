/// Where evidence files lie, and what a file's bytes say it is.
@NullMarked
package org.passerelle.verification.gateway;

import org.jspecify.annotations.NullMarked;
