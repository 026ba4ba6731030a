// Resending: what was given up waits again, once somebody has mended what was wrong.
import { whyNotMessagesOf } from '../access/messaging.ts'
import type { Refusal } from '../domain/result.ts'
import { loadDelivery, wakeDelivery } from '../store/deliveries.ts'
import { loadAccount } from '../store/organisations.ts'
import type { DeliveryRow } from '../store/tables.ts'
import { loadWebhook } from '../store/webhooks.ts'
import type { Engine } from './engine.ts'
import type { Handled } from './handle-command.ts'
import { type Asking, once } from './once.ts'

export const resend = (engine: Engine, asking: Asking, deliveryId: string): Promise<Handled> =>
  once<never>(engine, asking, { resend: deliveryId }, async () => {
    const row = await loadDelivery(engine.store, deliveryId)
    if (row === null || whyNotMessagesOf(asking.actor, await organisationOf(engine, row)) !== null) return { is: 'unknownCase' }
    if (row.state !== 'dead') return { is: 'refused', refusal: notGivenUp }
    const change = wakeDelivery(engine.store.build, row, engine.clock())
    return { is: 'ready', change, answer: { deliveryId, state: 'waiting' } }
  })

async function organisationOf({ store }: Engine, { channel, target_id }: DeliveryRow): Promise<string | null> {
  const target = channel === 'mail' ? await loadAccount(store, target_id) : await loadWebhook(store, target_id)
  return target?.organisation_id ?? null
}

const notGivenUp: Refusal = {
  code: 'notGivenUp',
  words: {
    nl: 'Dit bericht is niet opgegeven: het is verstuurd, niet meer nodig, of het wordt vanzelf nog eens geprobeerd.',
    en: 'This message was not given up: it was sent, is no longer needed, or is tried again by itself.',
  },
}
