package org.passerelle.portal.returns;

import java.util.List;
import java.util.Optional;
import org.passerelle.ui.Fact;
import org.passerelle.ui.LogEntry;
import org.passerelle.ui.Step;
import org.passerelle.ui.Why;

/// One return: where it stands, where the parcel goes, what became of each line (ORD-09).
///
/// @param sendBack what to do with the parcel, while it is awaited
/// @param inParcel whether goods come back, not licences alone
public record ReturnPage(
        String order,
        String number,
        String path,
        String tone,
        String state,
        Optional<String> reason,
        List<Step> steps,
        List<Fact> sendBack,
        List<Fact> lines,
        List<Fact> facts,
        String explanation,
        List<Why.Link> photos,
        List<LogEntry> events,
        boolean mayWithdraw,
        boolean inParcel) {}
