package org.passerelle.backoffice.programme;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.Option;
import org.passerelle.ui.Pager;

/// What programmes would do for those who are not eligible: counted by partner, and readable
/// (ELI-06).
public record WishesPage(
        Form form,
        List<Option> partners,
        List<Count> counts,
        List<Answer> answers,
        Optional<Pager> pager,
        String csv) {

    public record Count(String partner, String programme, String path, String count) {}

    public record Answer(
            String organisation, String path, String programme, String day, String text) {}
}
