/// What a record means, when two names are one, and how alike two organisations are: plain Java.
@NullMarked
package org.passerelle.registry.domain;

import org.jspecify.annotations.NullMarked;
