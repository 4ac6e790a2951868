package org.passerelle.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.kernel.Language;
import org.passerelle.words.TestWords;

/// A frame without a server around it.
public final class TestFrame {
    private TestFrame() {}

    public static Frame in(Language language) {
        return new Frame(
                TestWords.in(language),
                "/here",
                "?page=2",
                "",
                ZoneId.of("Europe/Luxembourg"),
                Optional.empty(),
                Surroundings.OfficeCard.none(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                new Navigation.Menus(List.of(), List.of(), List.of(), List.of(), Map.of()),
                Optional::empty,
                path -> path);
    }
}
