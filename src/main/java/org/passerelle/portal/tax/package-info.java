/// Pages of taxes, for members.
@NullMarked
package org.passerelle.portal.tax;

import org.jspecify.annotations.NullMarked;
