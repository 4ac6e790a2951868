package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;
import org.passerelle.kernel.Language;
import org.passerelle.pack.model.Pack;
import org.passerelle.pack.model.Texts;

/// Any right pack, written and read again, is the same pack.
@Requirement("OPS-02")
class PackRoundTripTest {
    private static final int PACKS = 150;

    @TempDir Path folder;

    @Test
    void what_is_written_is_read_back_unchanged() {
        for (var seed = 1; seed <= PACKS; seed++) {
            var written = RandomPack.of(seed);
            var place = folder.resolve(seed + "/" + RandomPack.ID);
            PackWriter.write(written, place);

            assertThat(withoutVersions(PackLoaderTest.load(place)))
                    .as("pack of seed " + seed)
                    .isEqualTo(written);
        }
    }

    @Test
    void the_same_bytes_have_the_same_hash_and_any_other_byte_has_another() {
        var hashes = new HashSet<String>();
        for (var seed = 1; seed <= 10; seed++) {
            var once = folder.resolve("once-" + seed + "/random");
            var again = folder.resolve("again-" + seed + "/random");
            PackWriter.write(RandomPack.of(seed), once);
            PackWriter.write(RandomPack.of(seed), again);

            assertThat(PackLoaderTest.load(once).hash())
                    .isEqualTo(PackLoaderTest.load(again).hash());
            hashes.add(PackLoaderTest.load(once).hash());
        }
        assertThat(hashes).hasSize(10);
    }

    @Test
    void a_change_in_the_base_pack_is_a_change_of_the_pack() {
        SamplePack.copyTo(folder);
        var before = PackLoaderTest.load(folder.resolve("sample-lu")).hash();
        SamplePack.replace(folder, "base/rates.yaml", "1.1355", "1.1356");

        assertThat(PackLoaderTest.load(folder.resolve("sample-lu")).hash()).isNotEqualTo(before);
    }

    /// What reading adds to what was written: fingerprints.
    private static Pack withoutVersions(Pack pack) {
        var byPath = new TreeMap<String, Map<Language, Texts.Text>>();
        pack.texts()
                .byPath()
                .forEach((path, versions) -> {
                    var plain = new EnumMap<Language, Texts.Text>(Language.class);
                    versions.forEach((language, t) ->
                            plain.put(
                                    language,
                                    new Texts.Text(
                                            t.path(), t.language(), t.title(), t.markdown(), "")));
                    byPath.put(path, plain);
                });
        return new Pack(
                pack.id(),
                "",
                pack.office(),
                pack.activities(),
                pack.rates(),
                pack.title(),
                pack.categories(),
                pack.partners(),
                pack.programmes(),
                pack.offers(),
                pack.requests(),
                pack.help(),
                pack.deals(),
                new Texts(byPath));
    }
}
