package org.passerelle.pack.reading;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.kernel.OfficeId;
import org.passerelle.pack.LoadOutcome;
import org.passerelle.pack.PackError;
import org.passerelle.pack.model.Office;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Pack.Category;
import org.passerelle.pack.reading.PackFileReader.Head;

/// Reads a whole pack: its layers from the lowest base up, each kind of file after those it needs,
/// then the checks over all.
public final class PackReader {
    private final Reading reading = new Reading();
    private final PackFileReader packFiles = new PackFileReader(reading);
    private final Set<String> above = new HashSet<>();
    private boolean baseMissing;

    private PackReader() {}

    /// Reads and checks the pack in a folder.
    public static LoadOutcome read(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        if (absolute.getFileName() == null || !Files.isDirectory(absolute)) {
            return refusedAsWhole(
                    Files.exists(absolute)
                            ? "is a file; a pack is a folder"
                            : "there is no folder " + folder);
        }
        try {
            return new PackReader().readAll(absolute);
        } catch (UncheckedIOException e) {
            return refusedAsWhole("cannot be read: " + e.getMessage());
        }
    }

    private static LoadOutcome refusedAsWhole(String what) {
        return new LoadOutcome.Refused(
                List.of(new PackError(".", 1, 1, ".", what, Optional.empty())));
    }

    private record LayerHead(Layer layer, Head head) {}

    private LoadOutcome readAll(Path folder) {
        var layers = new ArrayList<Layer>();
        var heads = new ArrayList<LayerHead>();
        addLayers(Layer.of(folder, ""), layers, heads);
        var own = layers.getLast();
        heads.stream()
                .filter(head -> head.layer().equals(own))
                .forEach(head -> reading.speaks(head.head().languages()));

        var id = OfficeId.of(own.name());
        var categories = new LinkedHashMap<String, Category>();
        for (var head : heads) {
            packFiles.categories(head.head(), head.layer(), categories);
        }
        packFiles.checkCategories(categories);
        var title = heads.isEmpty() ? Reading.NO_TEXT : packFiles.title(heads.getLast().head());

        var isLibrary = heads.stream().anyMatch(h -> h.layer().equals(own) && h.head().isLibrary());
        var office = new OfficeReader(reading).read(id, layers, isLibrary);
        var activities = new ActivitiesReader(reading).read(layers);
        var rateReader = new RatesReader(reading);
        var rates = rateReader.read(layers);
        var texts = new TextsReader(reading).read(layers);
        var partners = new PartnerReader(reading, office.map(Office::zone).orElse(ZoneOffset.UTC));
        partners.read(layers);
        var offers = new OfferReader(reading, partners).read(layers);
        var requests = new RequestsReader(reading).read(layers);
        var help = new ArticlesReader(reading).read(layers);
        var deals = new DealsReader(reading).read(layers);
        var unread = new UnreadFiles(reading.problems());
        layers.forEach(unread::check);

        reading.vocabulary().check();
        var consistency = new Consistency(reading);
        consistency.checkSuccession(offers);
        consistency.checkSuccessors(offers);
        consistency.checkAllotmentOffers(partners.namedOffers(), offers);
        var ratesComplete = rateReader.isComplete() && !baseMissing;
        office.ifPresent(o -> consistency.checkCurrencies(o, rates, ratesComplete));

        if (!reading.problems().none()) {
            return new LoadOutcome.Refused(reading.problems().sorted());
        }
        if (office.isEmpty()) {
            return new LoadOutcome.Library(
                    own.name(),
                    activities.nodes().size(),
                    rates.perEuro().size(),
                    Digest.of(layers));
        }
        return new LoadOutcome.Loaded(
                new Pack(
                        id,
                        Digest.of(layers),
                        office.get(),
                        activities,
                        rates,
                        title,
                        List.copyOf(categories.values()),
                        Collections.unmodifiableMap(partners.partners()),
                        Collections.unmodifiableMap(partners.programmes()),
                        Collections.unmodifiableMap(offers),
                        requests,
                        help,
                        deals,
                        texts));
    }

    /// Adds the layers below `layer`, then itself.
    private void addLayers(Layer layer, List<Layer> layers, List<LayerHead> heads) {
        var head = packFiles.head(layer);
        var buildsOn = head.flatMap(Head::buildsOn);
        if (head.isEmpty()) {
            incompleteWithoutBase();
        }
        buildsOn.ifPresent(value ->
                Scalars.word(value)
                        .ifPresentOrElse(
                                name -> addBase(value, name, layer, layers, heads),
                                this::incompleteWithoutBase));
        layers.add(layer);
        head.ifPresent(h -> heads.add(new LayerHead(layer, h)));
    }

    private void addBase(
            Value value, String name, Layer layer, List<Layer> layers, List<LayerHead> heads) {
        above.add(layer.name());
        var folder = layer.folder().resolveSibling(name);
        if (above.contains(name)) {
            value.wrong("pack '" + name + "' builds on itself");
            incompleteWithoutBase();
            return;
        }
        if (!Files.isDirectory(folder)) {
            value.wrongWord(
                    "there is no pack '" + name + "' beside this one", name, siblings(layer));
            incompleteWithoutBase();
            return;
        }
        addLayers(Layer.of(folder, "../" + name + "/"), layers, heads);
    }

    /// What a missing base pack would have defined is not known: no further problem.
    private void incompleteWithoutBase() {
        baseMissing = true;
        reading.vocabulary().incomplete(Set.of(Vocabulary.Kind.values()));
    }

    private static List<String> siblings(Layer layer) {
        try (Stream<Path> folders = Files.list(layer.folder().resolveSibling("."))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.normalize().getFileName().toString())
                    .toList();
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
