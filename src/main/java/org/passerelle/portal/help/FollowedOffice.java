package org.passerelle.portal.help;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.passerelle.help.HelpDesk;
import org.passerelle.help.HelpRequest;
import org.passerelle.kernel.OfficeId;
import org.passerelle.portal.AboutOffice;
import org.springframework.stereotype.Component;

/// A request that is followed by the link in its letters is of the office that was asked, wherever
/// its asker's browser comes from.
@Component
class FollowedOffice implements AboutOffice {
    private static final String BELOW = FollowedPages.PATH + "/";

    private final HelpDesk desk;

    FollowedOffice(HelpDesk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<OfficeId> officeOf(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith(BELOW)
                ? desk.followed(path.substring(BELOW.length()).split("/", 2)[0])
                        .map(HelpRequest::office)
                : Optional.empty();
    }
}
