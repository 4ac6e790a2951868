package org.passerelle.banking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.banking.domain.BankBooks;
import org.passerelle.banking.domain.Matching;
import org.passerelle.kernel.OfficeId;
import org.passerelle.kernel.OrganisationId;
import org.passerelle.organisation.Organisations;
import org.passerelle.payment.Payable;
import org.passerelle.payment.PayableQuery;
import org.passerelle.payment.PayableRef;
import org.passerelle.payment.Payments;
import org.springframework.stereotype.Component;

/// Gathers what payments of an office may be for, and has them matched.
@Component
class Expected {
    /// Orders are numbered within their office, and billed under both.
    private static final String BILLED = "order";

    private static final int PAGE = 1000;
    private static final int MOST_AWAITED = 20_000;

    private final Payments payments;
    private final Organisations organisations;
    private final BankBooks books;

    Expected(Payments payments, Organisations organisations, BankBooks books) {
        this.payments = payments;
        this.organisations = organisations;
        this.books = books;
    }

    /// What is owed to an office, as it stands; payments that are assigned change it.
    Pool pool(OfficeId office) {
        var awaited = new ArrayList<Payable>();
        var query = new PayableQuery(PayableQuery.View.AWAITING, "", Set.of());
        for (var from = 0; from < MOST_AWAITED; from += PAGE) {
            var page = payments.search(office, query, from, PAGE).payables();
            awaited.addAll(page);
            if (page.size() < PAGE) {
                break;
            }
        }
        var pool = new Pool(office);
        pool.add(awaited);
        return pool;
    }

    /// How an office's payable is named by what people write, such as `10001`.
    static PayableRef billed(OfficeId office, String number) {
        return new PayableRef(BILLED, office + "/" + number);
    }

    final class Pool {
        private final OfficeId office;
        private final Map<PayableRef, Owed> owed = new LinkedHashMap<>();
        private final Map<OrganisationId, String> names = new HashMap<>();

        private Pool(OfficeId office) {
            this.office = office;
        }

        private void add(Collection<Payable> payables) {
            var unnamed =
                    payables.stream()
                            .map(Payable::organisation)
                            .filter(one -> !names.containsKey(one))
                            .collect(Collectors.toSet());
            if (!unnamed.isEmpty()) {
                names.putAll(organisations.names(unnamed));
            }
            payables.forEach(this::put);
        }

        /// A payable as it stands now.
        void put(Payable payable) {
            var number = payable.ref().number();
            owed.put(
                    payable.ref(),
                    new Owed(
                            payable.ref(),
                            payable.organisation(),
                            names.getOrDefault(payable.organisation(), ""),
                            payable.state(),
                            payable.amount(),
                            payable.missing(),
                            payable.communication().digits(),
                            number.substring(number.lastIndexOf('/') + 1)));
        }

        /// What each of these movements is for, in their order.
        List<Match> match(List<Movement> movements) {
            var accounts =
                    movements.stream()
                            .map(one -> one.counterparty().account())
                            .filter(account -> !account.isEmpty())
                            .collect(Collectors.toSet());
            var payers = books.payers(office, accounts);
            named(movements, payers);
            return movements.stream().map(one -> match(one, payers)).toList();
        }

        /// One movement, as things stand now.
        Match match(Movement movement, Map<String, Set<OrganisationId>> payers) {
            return Matching.of(
                    movement,
                    owed.values(),
                    payers.getOrDefault(movement.counterparty().account(), Set.of()));
        }

        /// Looks up what these movements name and is awaited no more, and what known payers were
        /// asked for before.
        Map<String, Set<OrganisationId>> named(
                List<Movement> movements, Map<String, Set<OrganisationId>> payers) {
            var refs = new HashSet<PayableRef>();
            for (var movement : movements) {
                for (var communication : Matching.communications(movement)) {
                    payments.findBy(communication)
                            .filter(payable -> payable.office().equals(office))
                            .ifPresent(payable -> refs.add(payable.ref()));
                }
                Matching.numbers(movement).forEach(number -> refs.add(billed(office, number)));
            }
            refs.removeAll(owed.keySet());
            if (!refs.isEmpty()) {
                add(payments.all(List.copyOf(refs)).values());
            }
            for (var payer : payers.values()) {
                for (var organisation : payer) {
                    add(
                            payments.ofOrganisation(organisation).stream()
                                    .filter(payable -> payable.office().equals(office))
                                    .filter(payable -> !owed.containsKey(payable.ref()))
                                    .toList());
                }
            }
            return payers;
        }
    }
}
