package org.passerelle.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.pack.store.generated.Tables.INSTALLATION;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.passerelle.ProductTest;
import org.passerelle.Requirement;
import org.springframework.beans.factory.annotation.Autowired;

/// The whole product, started.
@ProductTest
@Requirement("OPS-02")
class PacksAtStartTest {
    @Autowired Packs packs;
    @Autowired DSLContext db;

    @Test
    void what_is_in_force_is_written_down_at_the_start() {
        for (var pack : packs.installed()) {
            var recorded =
                    db.select(INSTALLATION.HASH)
                            .from(INSTALLATION)
                            .where(INSTALLATION.PACK.eq(pack.id().value()))
                            .orderBy(INSTALLATION.NUMBER.desc())
                            .limit(1)
                            .fetchOne(INSTALLATION.HASH);

            assertThat(recorded).isEqualTo(pack.hash());
        }
    }
}
