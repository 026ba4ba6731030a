// Deliveries: one message to one address each, waiting, sent, given up or no longer needed.
import { insertRow } from './row-statements.ts'
import type { Builder, Statement } from './store.ts'
import type { DeliveryRow } from './tables.ts'

export const addDelivery = (build: Builder, row: DeliveryRow): Statement => insertRow(build, 'delivery', row)
