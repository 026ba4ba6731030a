// Tables and columns of a migration, written as words: a type, `?` when it may be empty, `-> table` for a reference, `= a | b` for its only words.
import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, sql } from 'kysely'
import { type Dialect, vocabulary } from './dialect.ts'

export type Columns = { readonly [column: string]: string }
export type Keys = { readonly primary: readonly string[]; readonly unique?: readonly (readonly string[])[] }

export async function createTable(
  db: Kysely<unknown>,
  dialect: Dialect,
  name: string,
  columns: Columns,
  keys: Keys,
): Promise<void> {
  const words = vocabulary(dialect)
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name)
  for (const [column, description] of Object.entries(columns)) {
    const { type, build } = columnOf(column, description)
    table = table.addColumn(column, words[type], build)
  }
  table = table.addPrimaryKeyConstraint(`${name}_key`, [...keys.primary])
  for (const unique of keys.unique ?? []) table = table.addUniqueConstraint(`${name}_${unique.join('_')}_once`, [...unique])
  await words.strict(table).execute()
}

/** To a table that has rows already: what they get must be empty or a default. */
export async function addColumns(db: Kysely<unknown>, dialect: Dialect, name: string, columns: Columns): Promise<void> {
  const words = vocabulary(dialect)
  for (const [column, description] of Object.entries(columns)) {
    const { type, build } = columnOf(column, description)
    await db.schema.alterTable(name).addColumn(column, words[type], build).execute()
  }
}

export const createIndex = (db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> =>
  db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns([...columns])
    .execute()

type Build = (builder: ColumnDefinitionBuilder) => ColumnDefinitionBuilder

/** `text? -> person`, `int := 1` (the default of rows there are), `text = a | b`. */
function columnOf(column: string, description: string): { type: 'text' | 'int' | 'bytes'; build: Build } {
  const [, type, optional, reference, standard, choice] =
    /^(\w+)(\??)(?: -> (\w+))?(?: := (\w+))?(?: = (.+))?$/.exec(description) ?? []
  const choices = type === 'flag' ? ['0', '1'] : (choice?.split(' | ').map((word) => `'${word}'`) ?? [])
  const build: Build = (builder) => {
    const filled = optional === '?' ? builder : builder.notNull()
    const pointing = reference === undefined ? filled : filled.references(`${reference}.id`)
    const preset = standard === undefined ? pointing : pointing.defaultTo(type === 'text' ? standard : Number(standard))
    return choices.length === 0 ? preset : preset.check(sql`${sql.ref(column)} in (${sql.raw(choices.join(', '))})`)
  }
  return { type: type === 'flag' ? 'int' : (type as 'text' | 'int' | 'bytes'), build }
}
