// The tables as a database describes them itself, for a page that can be read and compared.
import { type Kysely, sql } from 'kysely'
import type { Dialect } from './dialect.ts'

type Line = { line: string; home: string }

export async function schemaText(db: Kysely<unknown>, dialect: Dialect): Promise<string> {
  switch (dialect) {
    case 'sqlite': {
      const { rows } = await sql<Line>`
        select sql as line from sqlite_schema where sql is not null order by tbl_name, type = 'index', type, name`.execute(db)
      return page(rows.map(({ line }) => inLines(line)))
    }
    case 'postgres': {
      const { rows } = await describePostgres(db)
      return page(rows.map(({ line, home }) => line.replaceAll(`${home}.`, '')))
    }
  }
}

/** A table is kept in the one line in which it was made. */
const inLines = (line: string): string =>
  line.replace(
    /^(create table "\w+" \()(.*)(\) strict)$/i,
    (_, head: string, columns: string, tail: string) =>
      `${head}\n  ${columns.split(/, (?="\w+" (?:text|integer|blob)|constraint )/).join(',\n  ')}\n${tail}`,
  )

const page = (lines: readonly string[]): string => lines.map((line) => `${line.trimEnd()};\n`).join('\n')

/** The server has no statement that shows a table; its catalogue knows everything. */
const describePostgres = (db: Kysely<unknown>) =>
  sql<Line>`
  with described as (
    select c.relname as name, 0 as rank, c.relname as part,
      format(E'create table %I (\n  %s\n)', c.relname, (
        select string_agg(text, E',\n  ' order by rank, place, text) from (
          select 0 as rank, a.attnum as place, concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
            case when a.attcollation not in (0, t.typcollation) then format('collate %I', l.collname) end,
            case when a.attnotnull then 'not null' end) as text
          from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_collation l on l.oid = a.attcollation
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          union all
          select 1, 0, format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
          from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
        ) parts
      )) as line
    from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    union all
    select tablename, 1, indexname, indexdef from pg_indexes
    where schemaname = current_schema() and not exists (
      select from pg_constraint where conname = indexname and connamespace = current_schema()::regnamespace
    )
    union all
    select c.relname, 3, t.tgname, pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace
    union all
    select proname, 2, proname, rtrim(pg_get_functiondef(oid), E'\n') from pg_proc where pronamespace = current_schema()::regnamespace
  )
  select line, quote_ident(current_schema()) as home from described order by name collate "C", rank, part collate "C"`.execute(db)
