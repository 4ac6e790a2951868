/// Pages of cart and orders: settle what blocks, place, pay, receive, see what is left.
@NullMarked
package org.passerelle.portal.ordering;

import org.jspecify.annotations.NullMarked;
