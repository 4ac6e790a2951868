package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/// What somebody who writes a pack is told of a slip.
///
/// @param file the file it is in, from the pack's folder on
/// @param place line and column, such as `6:17`
/// @param what a part of the sentence that names it
record Slip(String file, String place, String what) {

    /// Asserts that the pack in `folder` is refused for this slip, perhaps among others.
    void isToldOf(Path folder) {
        assertThat(PackLoader.load(folder))
                .isInstanceOfSatisfying(
                        LoadOutcome.Refused.class,
                        refused -> assertThat(refused.errors()).anySatisfy(this::isSaidBy));
    }

    private void isSaidBy(PackError error) {
        assertThat(error.file()).isEqualTo(file);
        assertThat(error.line() + ":" + error.column()).isEqualTo(place);
        assertThat(error.what()).contains(what);
    }
}
