package org.passerelle.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Requirement;

@Requirement("ORD-11")
class VaultTest {
    @TempDir Path folder;

    @Test
    void what_is_sealed_opens_also_after_a_restart() {
        var sealed = new Vault(folder, "").seal("a key", "ABCD-EFGH é");

        assertThat(new Vault(folder, "").open("a key", sealed)).isEqualTo("ABCD-EFGH é");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("ABCD");
    }

    @Test
    void the_key_is_for_its_owner_only() throws Exception {
        new Vault(folder, "");

        assertThat(Files.getPosixFilePermissions(folder.resolve("vault.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void one_secret_is_never_sealed_to_the_same_bytes_but_has_one_fingerprint() {
        var vault = new Vault(folder, "");

        assertThat(vault.seal("a", "secret")).isNotEqualTo(vault.seal("a", "secret"));
        assertThat(vault.fingerprint("a", "secret")).isEqualTo(vault.fingerprint("a", "secret"));
        assertThat(vault.fingerprint("a", "secret")).isNotEqualTo(vault.fingerprint("b", "secret"));
    }

    @Test
    void bytes_changed_or_moved_to_another_purpose_or_key_do_not_open() {
        var vault = new Vault(folder, "");
        var sealed = vault.seal("order 1", "secret");
        var changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open("order 1", changed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.open("order 2", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Vault(new byte[32]).open("order 1", sealed))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.open("order 1", new byte[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
