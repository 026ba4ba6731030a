// A driver for a query builder that only builds.
import { type DatabaseConnection, DummyDriver } from 'kysely'

/** Without it a query that is run by mistake would be answered by no rows at all. */
export class CompileOnly extends DummyDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    throw new Error('The builder only builds: hand the compiled query to read or commit')
  }
}
