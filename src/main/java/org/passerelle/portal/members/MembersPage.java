package org.passerelle.portal.members;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Option;

/// Who belongs to the organisation; for its holder also what may be changed (ACC-05).
///
/// @param holds whether the reader is the account holder
/// @param leaves whether the reader may leave
/// @param heirs to whom the holder's role could be handed
/// @param roles a member may have
public record MembersPage(
        String organisation,
        boolean holds,
        boolean leaves,
        List<Row> members,
        List<Invited> invitations,
        List<Join> joins,
        Optional<Passing> passing,
        List<Option> heirs,
        List<Option> roles,
        Form form,
        FormErrors errors) {

    /// @param told the name, with the address where another member bears it too
    public record Row(
            String id,
            String name,
            String told,
            String email,
            String role,
            String code,
            boolean you) {
        public boolean holder() {
            return code.equals("HOLDER");
        }
    }

    public record Invited(String id, String email, String role, String until) {}

    /// @param told the name, with the address where another who asks bears it too
    public record Join(
            String id, String name, String told, String email, String message, String until) {}

    /// A hand-over that waits.
    ///
    /// @param byStaff whether staff began it, because the holder is said to have left
    /// @param mine whether the reader is the holder and may stop it
    public record Passing(String id, String to, String until, boolean byStaff, boolean mine) {}
}
