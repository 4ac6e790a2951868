package org.passerelle.registry.store;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.passerelle.registry.RegisterId;
import org.passerelle.registry.domain.Intake.Taken;

/// Compares what was laid aside with the entries of a register and takes it over: first what
/// happened goes into the history, then the entries follow.
record Merge(
        DSLContext db,
        RegisterId register,
        String scheme,
        LocalDate asOf,
        List<String> keptColumns) {
    /// What is understood of a record, beside the record itself.
    private static final String UNDERSTOOD =
            """
            (%1$s.name, %1$s.other_names, %1$s.street, %1$s.postal_code, %1$s.town, %1$s.region,
             %1$s.country, %1$s.website, %1$s.email, %1$s.status, %1$s.status_word, %1$s.name_keys,
             %1$s.postal_key, %1$s.town_key)
            """;

    Taken run() {
        var gone = gone();
        db.execute(
                """
                create temp table touched on commit drop as
                select i.number,
                       e.number is null as is_new,
                       e.gone_since is not null as is_back,
                       e.source is distinct from i.source as is_changed,
                       e.name_keys is distinct from i.name_keys as is_renamed
                from incoming i
                left join registry.entry e on e.register = ? and e.number = i.number
                where e.number is null or e.gone_since is not null
                   or e.source is distinct from i.source
                   or %s is distinct from %s
                """
                        .formatted(UNDERSTOOD.formatted("e"), UNDERSTOOD.formatted("i")),
                register.value());
        db.execute("create index on touched (number)");
        db.execute("analyze touched");
        history();
        update();
        insert();
        names();
        var what =
                db.fetchSingle(
                        """
                        select count(*) filter (where is_new) as added,
                               count(*) filter (where is_back) as back,
                               count(*) filter (where is_changed and not is_new and not is_back)
                                   as changed,
                               count(*) filter (where not (is_new or is_back or is_changed))
                                   as reread
                        from touched
                        """);
        var now =
                db.fetchSingle(
                        """
                        select count(*) as entries,
                               count(*) filter (where status in ('ACTIVE', 'ATTENTION')) as active
                        from registry.entry where register = ? and gone_since is null
                        """,
                        register.value());
        db.execute("drop table touched");
        return new Taken(
                CopyIntake.number(what, "added"),
                CopyIntake.number(what, "changed"),
                gone,
                CopyIntake.number(what, "back"),
                CopyIntake.number(what, "reread"),
                CopyIntake.number(now, "entries"),
                CopyIntake.number(now, "active"));
    }

    private int gone() {
        return db.execute(
                """
                with away as (
                    update registry.entry e set gone_since = ?
                    where e.register = ? and e.gone_since is null
                      and not exists (select 1 from incoming i where i.number = e.number)
                    returning e.number)
                insert into registry.entry_change (register, number, as_of, kind, fields)
                select ?, number, ?, 'GONE', '{}' from away order by number
                """,
                asOf,
                register.value(),
                register.value(),
                asOf);
    }

    /// What changed, by the names of the columns.
    private void history() {
        db.execute(
                """
                insert into registry.entry_change (register, number, as_of, kind, fields)
                select e.register, e.number, ?, case when t.is_back then 'BACK' else 'CHANGED' end,
                       coalesce((
                           select jsonb_object_agg(c.name, jsonb_build_array(
                                      coalesce(e.source[c.at], ''), coalesce(i.source[c.at], '')))
                           from unnest(?::text[]) with ordinality as c(name, at)
                           where coalesce(e.source[c.at], '') <> coalesce(i.source[c.at], '')),
                           '{}')
                from touched t
                join incoming i on i.number = t.number
                join registry.entry e on e.register = ? and e.number = t.number
                where t.is_back or t.is_changed
                order by e.number
                """,
                asOf,
                keptColumns.toArray(String[]::new),
                register.value());
    }

    private void update() {
        db.execute(
                """
                update registry.entry e set
                    source = i.source, name = i.name, other_names = i.other_names,
                    street = i.street, postal_code = i.postal_code, town = i.town,
                    region = i.region, country = i.country, website = i.website,
                    email = i.email, status = i.status, status_word = i.status_word,
                    name_keys = i.name_keys, postal_key = i.postal_key,
                    town_key = i.town_key, gone_since = null
                from incoming i, touched t
                where t.number = i.number and not t.is_new
                  and e.register = ? and e.number = i.number
                """,
                register.value());
    }

    private void insert() {
        db.execute(
                """
                insert into registry.entry (
                    register, scheme, first_seen, number, source, name, other_names, street,
                    postal_code, town, region, country, website, email, status, status_word,
                    name_keys, postal_key, town_key)
                select ?, ?, ?, i.number, i.source, i.name, i.other_names, i.street,
                    i.postal_code, i.town, i.region, i.country, i.website, i.email, i.status,
                    i.status_word, i.name_keys, i.postal_key, i.town_key
                from incoming i join touched t on t.number = i.number
                where t.is_new order by i.number
                """,
                register.value(),
                scheme,
                asOf);
    }

    private void names() {
        db.execute(
                """
                delete from registry.entry_name n using touched t
                where n.register = ? and n.number = t.number and t.is_renamed and not t.is_new
                """,
                register.value());
        db.execute(
                """
                insert into registry.entry_name (register, number, name_key)
                select distinct ?, i.number, key
                from incoming i join touched t on t.number = i.number,
                     unnest(i.name_keys) as key
                where t.is_new or t.is_renamed
                """,
                register.value());
    }
}
