package org.passerelle.backoffice.banking;

/// Money on its way back to whoever paid, and what may be said of it (ORD-09).
///
/// @param canLeave it may be said to have left, or be sent to another account
/// @param canFail it may be said not to have arrived
public record PayoutPage(PayoutsPage.Row payout, boolean canLeave, boolean canFail, String back) {}
