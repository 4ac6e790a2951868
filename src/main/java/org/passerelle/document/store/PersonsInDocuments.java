package org.passerelle.document.store;

import java.util.List;
import java.util.UUID;
import org.passerelle.document.DocumentId;
import org.passerelle.document.Documents;
import org.passerelle.privacy.PersonalData;
import org.passerelle.privacy.PersonalTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the module holds about persons (ACC-09). A document that a person sent with a request of
/// their own goes with what the request said; those of an organisation's case, change or waiver are
/// the organisation's and stay.
@Component
class PersonsInDocuments implements PersonalData {
    private static final String WITH_REQUESTS =
            "(held_for like 'request %' and taken_by = :id"
                    + " or lower(held_for) = lower('request of ' || :email))";

    private final JdbcClient db;
    private final Documents documents;
    private final PersonalTables tables;

    PersonsInDocuments(JdbcClient db, Documents documents) {
        this.db = db;
        this.documents = documents;
        tables =
                new PersonalTables(db)
                        .erased(
                                "document.file",
                                "select file_name, taken_at from document.file"
                                        + " where taken_by = :id or "
                                        + WITH_REQUESTS,
                                "update document.file set taken_by = null where taken_by = :id");
    }

    @Override
    public List<Holding> holdings() {
        return tables.holdings();
    }

    @Override
    public List<Section> of(Subject who) {
        return tables.of(who);
    }

    @Override
    public void erase(Subject who) {
        db.sql("update document.file set held_for = null where " + WITH_REQUESTS + " returning id")
                .param("id", who.id().value())
                .param("email", who.email())
                .query(UUID.class)
                .list()
                .forEach(id -> documents.letGo(new DocumentId(id)));
        tables.erase(who);
    }
}
