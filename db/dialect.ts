// What the two databases call the same thing.
import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely'

export type Dialect = 'sqlite' | 'postgres'

type Vocabulary = {
  readonly text: RawBuilder<unknown>
  readonly int: RawBuilder<unknown>
  readonly bytes: RawBuilder<unknown>
  /** Ends a table in which a value of another type than the column's is refused. */
  readonly strict: (table: CreateTableBuilder<string, string>) => CreateTableBuilder<string, string>
}

export function vocabulary(dialect: Dialect): Vocabulary {
  switch (dialect) {
    case 'sqlite':
      return { text: sql`text`, int: sql`integer`, bytes: sql`blob`, strict: (table) => table.modifyEnd(sql`strict`) }
    case 'postgres':
      // Ordered by code point, whatever language the server was set up in: the same order on both.
      return { text: sql`text collate "C"`, int: sql`integer`, bytes: sql`bytea`, strict: (table) => table }
  }
}

/** From here on the database itself refuses to change or remove a row of `table`. */
export async function makeAppendOnly(db: Kysely<unknown>, dialect: Dialect, table: string): Promise<void> {
  const name = (ending: string) => sql.raw(`${table}_${ending}`)
  const refusal = sql.lit(`${table} is append only`)
  switch (dialect) {
    case 'sqlite':
      for (const verb of ['update', 'delete']) {
        const head = sql`create trigger ${name(`no_${verb}`)} before ${sql.raw(verb)} on ${sql.table(table)}`
        await sql`${head} begin select raise(abort, ${refusal}); end`.execute(db)
      }
      return
    case 'postgres':
      await sql`create function ${name('refuses')}() returns trigger language plpgsql
        as $$ begin raise exception ${refusal}; end $$`.execute(db)
      await sql`create trigger ${name('append_only')} before update or delete or truncate on ${sql.table(table)}
        for each statement execute function ${name('refuses')}()`.execute(db)
  }
}
