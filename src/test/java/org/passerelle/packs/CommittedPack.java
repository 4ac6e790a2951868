package org.passerelle.packs;

import java.nio.file.Path;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackLoader;
import org.passerelle.pack.model.Pack;

/// A pack as it stands in `packs/`.
public final class CommittedPack {
    static final Path FOLDER = Path.of("packs");

    private CommittedPack() {}

    /// The pack of this name.
    ///
    /// @throws AssertionError naming every place where something is wrong
    public static Pack of(String name) {
        return switch (PackLoader.load(FOLDER.resolve(name))) {
            case LoadOutcome.Loaded(var pack) -> pack;
            case LoadOutcome.Library _ ->
                    throw new AssertionError("packs/" + name + " has no office");
            case LoadOutcome.Refused(var errors) ->
                    throw new AssertionError("packs/" + name + " is wrong: " + errors);
        };
    }
}
