package org.passerelle.token.gateway;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.Programme;
import org.passerelle.pack.model.ProgrammeId;
import org.passerelle.programme.EligibilityDecision;
import org.passerelle.programme.Programmes;
import org.passerelle.token.domain.PartnerProgrammes;
import org.springframework.stereotype.Component;

/// The decisions of the programme module, picked by partner.
@Component
class DecidedProgrammes implements PartnerProgrammes {
    private final Programmes programmes;
    private final Organisations organisations;
    private final Packs packs;

    DecidedProgrammes(Programmes programmes, Organisations organisations, Packs packs) {
        this.programmes = programmes;
        this.organisations = organisations;
        this.packs = packs;
    }

    @Override
    public List<EligibilityDecision> decisions(OrganisationId organisation, String partner) {
        var pack = packs.get(organisations.get(organisation).office());
        return programmes.decisionsOf(organisation).stream()
                .filter(decision ->
                        pack.programme(decision.basis().programme())
                                .filter(programme -> programme.partner().value().equals(partner))
                                .isPresent())
                .toList();
    }

    @Override
    public Optional<LocalDate> last(OfficeId office, List<ProgrammeId> ids) {
        var lasts = new ArrayList<LocalDate>();
        for (var id : ids) {
            var last = packs.get(office).programme(id).flatMap(DecidedProgrammes::last);
            if (last.isEmpty()) {
                return Optional.empty();
            }
            lasts.add(last.get());
        }
        return lasts.stream().max(Comparator.naturalOrder());
    }

    /// The end of a programme's last version: earlier ones are followed by it.
    private static Optional<LocalDate> last(Programme programme) {
        return programme.versions().isEmpty()
                ? Optional.empty()
                : programme.versions().getLast().until();
    }
}
