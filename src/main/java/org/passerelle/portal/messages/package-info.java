/// The letters an organisation was written.
@NullMarked
package org.passerelle.portal.messages;

import org.jspecify.annotations.NullMarked;
