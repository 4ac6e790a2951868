/// Pages of an organisation about itself: registration, where its case stands, its programmes.
@NullMarked
package org.passerelle.portal.organisation;

import org.jspecify.annotations.NullMarked;
