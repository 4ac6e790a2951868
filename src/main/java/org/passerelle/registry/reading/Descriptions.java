package org.passerelle.registry.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passerelle.registry.DescriptionFault;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.domain.Description;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The registers the product can read: one description each, `registers/*.yaml` in the folder of
/// packs, and in a demo the made-up ones of `demo/registers`.
@Component
public final class Descriptions {
    private static final String ENDING = ".yaml";

    private final SortedMap<RegisterId, Description> all;

    @Autowired
    Descriptions(
            @Value("${passerelle.packs.folder}") Path packs,
            @Value("${passerelle.demo:false}") boolean demo) {
        this.all = read(packs.resolve("registers"));
        if (demo) {
            all.putAll(read(packs.resolve("demo").resolve("registers")));
        }
    }

    private Descriptions(SortedMap<RegisterId, Description> all) {
        this.all = all;
    }

    /// Those in a folder; none when there is no such folder.
    ///
    /// @throws DescriptionFault when one cannot be used; it names all that are wrong
    public static Descriptions in(Path folder) {
        return new Descriptions(read(folder));
    }

    public List<Description> all() {
        return List.copyOf(all.values());
    }

    public Optional<Description> of(RegisterId register) {
        return Optional.ofNullable(all.get(register));
    }

    private static SortedMap<RegisterId, Description> read(Path folder) {
        var read = new TreeMap<RegisterId, Description>();
        if (!Files.isDirectory(folder)) {
            return read;
        }
        var faults = new ArrayList<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
                var description = DescriptionFile.read(file, faults);
                description.ifPresent(one -> read.put(one.id(), one));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The registers' folder cannot be read", e);
        }
        if (!faults.isEmpty()) {
            throw new DescriptionFault(faults);
        }
        return read;
    }
}
