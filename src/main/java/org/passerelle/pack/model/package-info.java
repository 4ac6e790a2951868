/// The words of a pack as typed values: what a loaded pack says, and nothing about how it was read.
@NamedInterface("model")
@NullMarked
package org.passerelle.pack.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
