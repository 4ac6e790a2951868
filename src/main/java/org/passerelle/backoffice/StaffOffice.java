package org.passerelle.backoffice;

import org.passerelle.kernel.OfficeId;
import org.passerelle.ui.Frame;

/// The office that staff work for on this page: chosen on the page of offices, else the first.
public final class StaffOffice {
    private StaffOffice() {}

    public static OfficeId of(Frame frame) {
        return OfficeId.of(frame.office().id());
    }
}
