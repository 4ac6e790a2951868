package org.passerelle.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passerelle.identity.Role;

/// Who may open which address: the whole table, read from the top, the first that fits decides.
///
/// What no line names is public. A test opens every address of the program as every role and
/// compares; a new public address must be listed there.
final class Access {
    /// An address pattern and the roles of which one is needed.
    record Rule(String pattern, Set<Role> oneOf) {}

    private static final Set<Role> ANYBODY_SIGNED_IN = Set.of(Role.MEMBER);

    static final List<Rule> RULES =
            List.of(
                    staff("/staff/cases/**", Role.REVIEWER, Role.SUPPORT),
                    staff("/staff/evidence/**", Role.REVIEWER, Role.SUPPORT),
                    staff("/staff/membership/**", Role.REVIEWER, Role.SUPPORT),
                    staff("/staff/changes/**", Role.REVIEWER, Role.SUPPORT),
                    staff(
                            "/staff/documents/**",
                            Role.REVIEWER,
                            Role.SUPPORT,
                            Role.PROGRAMME_MANAGER),
                    staff("/staff/organisations/*/waivers/**", Role.PROGRAMME_MANAGER),
                    staff("/staff/rules/**", Role.PROGRAMME_MANAGER),
                    staff("/staff/wishes/**", Role.PROGRAMME_MANAGER),
                    staff("/staff/payments/**", Role.FINANCE),
                    staff("/staff/finance/**", Role.FINANCE),
                    staff("/staff/ledger/**", Role.FINANCE),
                    staff("/staff/bank/**", Role.FINANCE),
                    staff("/staff/tax/**", Role.FINANCE),
                    staff("/staff/payouts/**", Role.FINANCE),
                    staff("/staff/paypal", Role.FINANCE),
                    staff("/staff/unpaid/**", Role.FINANCE),
                    staff("/staff/cheques/**", Role.FINANCE),
                    staff("/staff/organisations/*/cheques/**", Role.FINANCE),
                    staff("/staff/invoices/**", Role.FINANCE),
                    staff("/staff/registers/**", Role.REVIEWER, Role.SUPPORT),
                    staff("/staff/orders/**", Role.FINANCE, Role.PROGRAMME_MANAGER, Role.SUPPORT),
                    staff("/staff/returns/**", Role.FINANCE, Role.PROGRAMME_MANAGER, Role.SUPPORT),
                    staff("/staff/offers/**", Role.PROGRAMME_MANAGER),
                    staff("/staff/comments/**", Role.SUPPORT, Role.PROGRAMME_MANAGER),
                    staff("/staff/stock/**", Role.PROGRAMME_MANAGER),
                    staff("/staff/tokens/**", Role.SUPPORT, Role.PROGRAMME_MANAGER),
                    staff("/staff/people/*/roles"),
                    staff("/staff/people/*/close"),
                    staff("/staff/people/**", Role.SUPPORT),
                    staff("/staff/integrations/**"),
                    staff("/staff/clock/**"),
                    new Rule("/staff/**", Role.STAFF),
                    new Rule("/partner/**", Set.of(Role.PARTNER)),
                    new Rule("/offers/*/alert/**", ANYBODY_SIGNED_IN),
                    new Rule("/help/*/comments/**", ANYBODY_SIGNED_IN),
                    new Rule("/organisation/**", ANYBODY_SIGNED_IN),
                    new Rule("/organisations/**", ANYBODY_SIGNED_IN),
                    new Rule("/cart/**", ANYBODY_SIGNED_IN),
                    new Rule("/orders/**", ANYBODY_SIGNED_IN),
                    new Rule("/returns", ANYBODY_SIGNED_IN),
                    new Rule("/invoices/**", ANYBODY_SIGNED_IN),
                    new Rule("/tokens/**", ANYBODY_SIGNED_IN),
                    new Rule("/messages/**", ANYBODY_SIGNED_IN),
                    new Rule("/account/**", ANYBODY_SIGNED_IN),
                    new Rule("/unsent/**", ANYBODY_SIGNED_IN));

    /// These roles, and the administrator.
    private static Rule staff(String pattern, Role... roles) {
        var oneOf = EnumSet.of(Role.ADMINISTRATOR, roles);
        return new Rule(pattern, Set.copyOf(oneOf));
    }

    private Access() {}
}
