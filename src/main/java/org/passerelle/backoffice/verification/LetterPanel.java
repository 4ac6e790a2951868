package org.passerelle.backoffice.verification;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;

/// The letter of a branch beside its data: whose branch it says it is, what was decided, what can
/// be (ORG-06).
///
/// @param caseId where it is decided
/// @param parents those it may belong to; the last is none
/// @param mayJudge whether the reader has the case in review, or it waits for anybody
/// @param settled whether the letter stands: to decide on it anew is a step away
public record LetterPanel(
        String caseId,
        Badge badge,
        String named,
        Optional<Parent> parent,
        Optional<String> judged,
        List<String> reasonsGiven,
        Optional<Said> disowned,
        Optional<String> letterPath,
        List<Option> parents,
        List<Option> reasons,
        boolean mayJudge,
        boolean settled,
        Form form,
        FormErrors errors) {

    public record Badge(String tone, String text) {}

    /// The registered organisation it is tied to.
    public record Parent(String name, String town, String path, Badge standing) {}

    /// What the parent's holder said.
    public record Said(String words, String by) {}
}
