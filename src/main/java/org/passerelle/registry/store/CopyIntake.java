package org.passerelle.registry.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.NameKey;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.domain.Intake;
import org.passerelle.registry.domain.ReadEntry;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/// Lays records aside in a table of the transaction's own by PostgreSQL's COPY, and compares tables
/// rather than rows: hundreds of thousands of records take seconds and no memory of ours.
///
/// The SQL is written out: jOOQ's generated tables do not know a table that lives for one
/// transaction.
@Repository
class CopyIntake implements Intake {
    private static final int BUFFER_BYTES = 1 << 16;

    private final DSLContext db;
    private final javax.sql.DataSource source;

    CopyIntake(DSLContext db, javax.sql.DataSource source) {
        this.db = db;
        this.source = source;
    }

    @Override
    public Optional<Batch> begin(RegisterId register, String scheme) {
        var alone =
                db.fetchValue(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        "passerelle.registry." + register);
        if (!Boolean.TRUE.equals(alone)) {
            return Optional.empty();
        }
        // Several imports of one transaction would each want the table: the last wins.
        db.execute("drop table if exists incoming");
        db.execute(
                """
                create temp table incoming (
                    file text not null, line bigint not null, number text not null,
                    source text[] not null, name text not null, other_names text[] not null,
                    street text not null, postal_code text not null, town text not null,
                    region text not null, country text not null, website text not null,
                    email text not null, status text not null, status_word text not null,
                    name_keys text[] not null, postal_key text not null, town_key text not null
                ) on commit drop
                """);
        return Optional.of(new CopyBatch(register, scheme));
    }

    private CopyIn copy() {
        // The connection of the running transaction; it is given back with the transaction.
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy incoming from stdin (encoding 'UTF8')");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not take the records", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private final class CopyBatch implements Batch {
        private final RegisterId register;
        private final String scheme;
        private final CopyLine line = new CopyLine();

        /// Open from the first record to the last; meanwhile the connection takes nothing else.
        private @Nullable CopyIn out;

        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * BUFFER_BYTES);

        CopyBatch(RegisterId register, String scheme) {
            this.register = register;
            this.scheme = scheme;
        }

        @Override
        public void add(ReadEntry entry, String file, long lineNumber) {
            var place = entry.place();
            line.begin()
                    .text(file)
                    .text(Long.toString(lineNumber))
                    .text(entry.number())
                    .array(entry.source())
                    .text(entry.name())
                    .array(entry.otherNames())
                    .text(place.street())
                    .text(place.postalCode())
                    .text(place.town())
                    .text(place.region())
                    .text(place.country())
                    .text(entry.website())
                    .text(entry.email())
                    .text(entry.status().name())
                    .text(entry.statusWord())
                    .array(entry.nameKeys())
                    .text(postalKey(place.postalCode()))
                    .text(NameKey.plain(place.town()));
            buffer.writeBytes(line.end().getBytes(StandardCharsets.UTF_8));
            if (buffer.size() > BUFFER_BYTES) {
                send();
            }
        }

        private void send() {
            try {
                if (out == null) {
                    out = copy();
                }
                out.writeToCopy(buffer.toByteArray(), 0, buffer.size());
                buffer.reset();
            } catch (SQLException e) {
                throw new IllegalStateException("PostgreSQL does not take the records", e);
            }
        }

        @Override
        public void close() {
            if (buffer.size() > 0) {
                send();
            }
            var open = out;
            out = null;
            if (open != null) {
                try {
                    open.endCopy();
                } catch (SQLException e) {
                    throw new IllegalStateException("PostgreSQL does not take the records", e);
                }
            }
        }

        @Override
        public Optional<Twice> clash() {
            db.execute("create index on incoming (number)");
            db.execute("analyze incoming");
            var oftener =
                    db.fetchValue(
                            """
                            select exists (
                                select 1 from incoming group by number having count(*) > 1)
                            """);
            if (Boolean.FALSE.equals(oftener)) {
                return Optional.empty();
            }
            db.execute(
                    """
                    delete from incoming i using incoming first
                    where first.number = i.number and first.ctid < i.ctid
                      and first.source = i.source
                    """);
            return db.fetchOptional(
                            """
                            select later.number, later.file, later.line, first.line as other
                            from incoming later join incoming first
                              on first.number = later.number and first.ctid < later.ctid
                            order by later.ctid limit 1
                            """)
                    .map(row ->
                            new Twice(
                                    text(row, "number"),
                                    text(row, "file"),
                                    number(row, "line"),
                                    number(row, "other")));
        }

        @Override
        public Loss loss() {
            var row =
                    db.fetchSingle(
                            """
                            select count(*) as entries,
                                   count(*) filter (where i.number is null) as gone
                            from registry.entry e left join incoming i on i.number = e.number
                            where e.register = ? and e.gone_since is null
                            """,
                            register.value());
            return new Loss(number(row, "entries"), number(row, "gone"));
        }

        @Override
        public Optional<Hole> hole() {
            return db.fetchOptional(
                            """
                            with before as (
                                select o.number, o.at, max(o.at) over () as last_at
                                from registry.order_of_records r,
                                     unnest(r.numbers) with ordinality as o(number, at)
                                where r.register = ?),
                            missing as (
                                select b.*, b.at - row_number() over (order by b.at) as stretch
                                from before b
                                where not exists (
                                    select 1 from incoming i where i.number = b.number))
                            select count(*) as records, min(at) as from_at,
                                   (array_agg(number order by at))[1] as first,
                                   (array_agg(number order by at desc))[1] as last,
                                   bool_or(at = last_at) as at_the_end
                            from missing group by stretch
                            order by bool_or(at = last_at) and count(*) > ? desc,
                                     count(*) desc, min(at)
                            limit 1
                            """,
                            register.value(),
                            Hole.AT_THE_END_AT_MOST)
                    .map(row ->
                            new Hole(
                                    number(row, "records"),
                                    text(row, "first"),
                                    text(row, "last"),
                                    Boolean.TRUE.equals(row.get("at_the_end", Boolean.class))));
        }

        @Override
        public Taken take(LocalDate asOf, List<String> keptColumns) {
            db.execute(
                    """
                    insert into registry.order_of_records (register, numbers)
                    select ?, coalesce(array_agg(number order by ctid), '{}') from incoming
                    on conflict (register) do update set numbers = excluded.numbers
                    """,
                    register.value());
            return new Merge(db, register, scheme, asOf, keptColumns).run();
        }
    }

    /// American codes are looked up by their first five digits, the town's part.
    static String postalKey(String postalCode) {
        var key = NameKey.postalCode(postalCode);
        return key.length() == 9 && key.chars().allMatch(Character::isDigit)
                ? key.substring(0, 5)
                : key;
    }

    static String text(Record row, String column) {
        return row.get(column, String.class);
    }

    static long number(Record row, String column) {
        return row.get(column, Long.class);
    }

    /// One line of COPY's text format. Keeps its buffer from line to line.
    private static final class CopyLine {
        private final StringBuilder line = new StringBuilder(1024);

        CopyLine begin() {
            line.setLength(0);
            return this;
        }

        CopyLine text(String value) {
            separate();
            for (var i = 0; i < value.length(); i++) {
                character(value.charAt(i));
            }
            return this;
        }

        /// `{"a","b"}`, escaped once for the array and once for COPY.
        CopyLine array(List<String> values) {
            separate();
            line.append('{');
            for (var n = 0; n < values.size(); n++) {
                line.append(n == 0 ? "\"" : ",\"");
                var value = values.get(n);
                for (var i = 0; i < value.length(); i++) {
                    var c = value.charAt(i);
                    if (c == '"' || c == '\\') {
                        character('\\');
                    }
                    character(c);
                }
                line.append('"');
            }
            line.append('}');
            return this;
        }

        String end() {
            return line.append('\n').toString();
        }

        private void separate() {
            if (!line.isEmpty()) {
                line.append('\t');
            }
        }

        private void character(char c) {
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}
