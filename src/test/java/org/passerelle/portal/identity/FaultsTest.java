package org.passerelle.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.Requirement;
import org.passerelle.identity.AccountFault;
import org.passerelle.ui.FormErrors;

@Requirement("ACC-01")
class FaultsTest {
    @Test
    void a_field_is_told_its_first_fault_only_and_the_fields_come_in_the_order_of_the_page() {
        var errors =
                Faults.errors(
                        List.of(
                                AccountFault.PASSWORD_TOO_SHORT,
                                AccountFault.PASSWORD_COMMON,
                                AccountFault.EMAIL_MALFORMED));

        assertThat(errors)
                .isEqualTo(
                        FormErrors.none()
                                .with(
                                        AccountFault.EMAIL_MALFORMED.field(),
                                        "identity.fault.email-malformed")
                                .with(
                                        AccountFault.PASSWORD_TOO_SHORT.field(),
                                        "identity.fault.password-too-short"));
    }
}
