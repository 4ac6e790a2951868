package org.passerelle.backoffice.ordering;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.backoffice.StaffOffice;
import org.passerelle.catalogue.ImportOutcome;
import org.passerelle.catalogue.StockChange;
import org.passerelle.catalogue.StockLevel;
import org.passerelle.catalogue.Stockroom;
import org.passerelle.identity.SignedIn;
import org.passerelle.pack.Packs;
import org.passerelle.pack.model.OfferId;
import org.passerelle.ui.Form;
import org.passerelle.ui.FormErrors;
import org.passerelle.ui.Frame;
import org.passerelle.ui.Submission;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Counts, what came in, codes to import (CAT-05, VOU-05).
@Controller
@PreAuthorize("hasAnyRole('PROGRAMME_MANAGER', 'ADMINISTRATOR')")
class StockPages {
    private final Stockroom stockroom;
    private final Packs packs;

    StockPages(Stockroom stockroom, Packs packs) {
        this.stockroom = stockroom;
        this.packs = packs;
    }

    @GetMapping("/staff/stock")
    String stock(Form form, Frame frame, Model model) {
        return show(form, FormErrors.none(), List.of(), frame, model);
    }

    private String show(
            Form form, FormErrors errors, List<String> poolErrors, Frame frame, Model model) {
        var pack = packs.get(StaffOffice.of(frame));
        var words = frame.words();
        model.addAttribute(
                "page",
                new StockPage(
                        stockroom.levels(pack.id()).stream()
                                .map(level ->
                                        new StockPage.Item(
                                                level.offer().value(),
                                                pack.offer(level.offer())
                                                        .map(o -> o.title().in(frame.language()))
                                                        .orElse(level.offer().value()),
                                                level.available(),
                                                level.held(),
                                                level.onHand(),
                                                level.available() <= 0,
                                                level.movements().stream()
                                                        .map(m -> movement(m, frame))
                                                        .toList()))
                                .toList(),
                        stockroom.pools(pack.id()).stream()
                                .map(pool ->
                                        new StockPage.Pool(
                                                pool.pool(),
                                                words.number(pool.free()),
                                                words.number(pool.held()),
                                                words.number(pool.given()),
                                                words.number(pool.expired()),
                                                pool.free() == 0))
                                .toList(),
                        poolErrors));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "backoffice/ordering/stock";
    }

    private static String movement(StockLevel.Movement movement, Frame frame) {
        var kind = movement.kind().name().toLowerCase(java.util.Locale.ROOT);
        var change = movement.onHand() != 0 ? movement.onHand() : movement.held();
        return Stream.of(
                        frame.words().dateTime(movement.at(), frame.zone()),
                        frame.word("ordering.staff.stock.move." + kind),
                        (change > 0 ? "+" : "") + frame.words().number(change),
                        movement.cause(),
                        frame.words().actor(movement.by().name()))
                .collect(Collectors.joining(" · "));
    }

    @PostMapping("/staff/stock/{offer}")
    String change(
            @PathVariable String offer, @AuthenticationPrincipal SignedIn who, Submission sent) {
        var form = sent.form();
        var office = StaffOffice.of(sent.frame());
        var typed = form.trimmed("units-" + offer);
        var units = typed.matches("[0-9]{1,9}") ? Long.parseLong(typed) : -1;
        var reason = form.trimmed("reason-" + offer);
        var cause = reason.isEmpty() ? sent.frame().word("ordering.staff.stock.no-reason") : reason;
        var outcome =
                form.value("act").equals("count")
                        ? stockroom.count(who.actor(), office, OfferId.of(offer), units, cause)
                        : stockroom.add(who.actor(), office, OfferId.of(offer), units, cause);
        return switch (outcome) {
            case StockChange.Changed(var level) ->
                    sent.done("/staff/stock", "ordering.staff.stock.changed", level.available());
            case StockChange.BelowHeld(var held) ->
                    refused(
                            FormErrors.none()
                                    .with(
                                            "units-" + offer,
                                            "ordering.staff.stock.below-held",
                                            held),
                            List.of(),
                            sent);
            case StockChange.NotAQuantity _, StockChange.NotCounted _ ->
                    refused(
                            FormErrors.none()
                                    .with("units-" + offer, "ordering.staff.stock.not-a-number"),
                            List.of(),
                            sent);
        };
    }

    @PostMapping("/staff/stock/codes")
    String codes(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Submission sent)
            throws IOException {
        var form = sent.form();
        var pool = form.trimmed("pool");
        var codes = given(form, file);
        var errors =
                FormErrors.none()
                        .withIf(pool.isEmpty(), "pool", "ordering.staff.codes.pool.missing")
                        .withIf(codes.isBlank(), "codes", "ordering.staff.codes.missing");
        if (errors.any()) {
            return refused(errors, List.of(), sent);
        }
        var office = StaffOffice.of(sent.frame());
        return switch (stockroom.importCodes(who.actor(), office, pool, codes)) {
            case ImportOutcome.Imported(var added, var known) ->
                    sent.done("/staff/stock", "ordering.staff.codes.imported", added, known);
            case ImportOutcome.Refused(var faults) ->
                    refused(
                            FormErrors.none().with("codes", "ordering.staff.codes.faulty"),
                            faults.stream()
                                    .map(fault ->
                                            sent.frame()
                                                    .word(
                                                            "ordering.staff.codes.fault."
                                                                    + fault.fault()
                                                                            .name()
                                                                            .toLowerCase(
                                                                                    java.util.Locale
                                                                                            .ROOT),
                                                            fault.line()))
                                    .toList(),
                            sent);
        };
    }

    /// What was typed, and after it the lines of a file, which [Stockroom] reads as CSV.
    private static String given(Form form, @Nullable MultipartFile file) throws IOException {
        var typed = form.value("codes");
        if (file == null || file.isEmpty()) {
            return typed;
        }
        var lines = new String(file.getBytes(), StandardCharsets.UTF_8);
        return typed.isBlank() ? lines : typed + "\n" + lines;
    }

    private String refused(FormErrors errors, List<String> poolErrors, Submission sent) {
        sent.refuse();
        return show(sent.form(), errors, poolErrors, sent.frame(), sent.model());
    }
}
