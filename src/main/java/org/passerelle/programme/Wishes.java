package org.passerelle.programme;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.kernel.PersonId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.domain.WishBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Face for what organisations that are not eligible would do with a programme: programme managers
/// count and read it when they speak with partners (ELI-06).
///
/// Nobody can flood it: an organisation has one answer for each programme, and rewrites that.
@Service
@Transactional
public class Wishes {
    /// As the table says, too.
    public static final int LONGEST_ANSWER = 2000;

    private final WishBook book;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Clock clock;

    Wishes(WishBook book, Programmes programmes, Organisations organisations, Clock clock) {
        this.book = book;
        this.programmes = programmes;
        this.organisations = organisations;
        this.clock = clock;
    }

    public WishOutcome give(
            PersonId by, OrganisationId organisation, ProgrammeId programme, String typed) {
        var answer = typed.replace("\0", "").strip();
        var decision = programmes.decisionOf(organisation, programme);
        if (decision.isEmpty()) {
            return WishOutcome.NO_SUCH_PROGRAMME;
        }
        if (!(decision.get() instanceof EligibilityDecision.Ineligible)) {
            return WishOutcome.NOT_REFUSED;
        }
        if (answer.isEmpty()) {
            return WishOutcome.EMPTY;
        }
        if (answer.length() > LONGEST_ANSWER) {
            return WishOutcome.TOO_LONG;
        }
        var now = clock.instant();
        book.keep(
                organisations.get(organisation).office(),
                new Wish(organisation, programme, answer, now, now, by));
        return WishOutcome.KEPT;
    }

    /// Takes an answer back; answers whether there was one.
    public boolean withdraw(OrganisationId organisation, ProgrammeId programme) {
        return book.remove(organisation, programme);
    }

    @Transactional(readOnly = true)
    public Optional<Wish> of(OrganisationId organisation, ProgrammeId programme) {
        return book.find(organisation, programme);
    }

    /// How many organisations of an office answered, by programme; those nobody named are absent.
    @Transactional(readOnly = true)
    public Map<ProgrammeId, Integer> counts(OfficeId office) {
        return book.counts(office);
    }

    /// Those on these programmes, the latest changed first: `size` of them after the first `from`.
    @Transactional(readOnly = true)
    public List<Wish> list(OfficeId office, Set<ProgrammeId> about, int from, int size) {
        return book.list(office, about, from, size);
    }
}
