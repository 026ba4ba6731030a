// The desk of the supply as somebody has it today.
import type { Actor } from '../access/actor.ts'
import { rolesAt, whyNotEditSupply } from '../access/supply-policy.ts'
import type { SupplyDesk } from '../contract/supply-desk.ts'
import { capitalised } from '../domain/capitalised.ts'
import { replacementOf } from '../domain/responsibility.ts'
import { roleWords } from '../domain/role.ts'
import { allWanted } from '../domain/wait-norm.ts'
import type { Language } from '../domain/words.ts'
import { staffToday } from './staff.ts'
import type { Seen } from './supply-views.ts'

export async function supplyDesk({ engine, language, today }: Seen, actor: Actor): Promise<SupplyDesk> {
  const { people } = await staffToday(engine)
  const kind = people.organisations.get(actor.organisationId)?.kind ?? 'practice'
  const own = whyNotEditSupply(actor, { id: actor.organisationId, kind })
  // Another provider than one's own: whoever may edit that may edit all of it.
  const elsewhere = whyNotEditSupply(actor, { id: '', kind: 'provider' })
  const coordinates = ({ coordinatorId }: { readonly coordinatorId: string | null }) =>
    coordinatorId !== null && [coordinatorId, replacementOf(people, coordinatorId, today)].includes(actor.id)
  return {
    today,
    organisationId: actor.organisationId,
    edits: own !== null ? 'nothing' : elsewhere === null ? 'everything' : 'ownOrganisation',
    whyNot: (own ?? elsewhere)?.words[language] ?? null,
    arranges: {
      everybody: actor.role === 'coordinator',
      organisations: [...people.organisations].flatMap(([id, organisation]) => (coordinates(organisation) ? [id] : [])).sort(),
    },
    roles: {
      provider: inWords('provider', language),
      practice: inWords('practice', language),
      coalition: inWords('coalition', language),
    },
    wanted: allWanted(engine.newest).map(({ code, name, form }) => ({ code, words: capitalised(name[language]), form })),
  }
}

const inWords = (kind: keyof typeof rolesAt, language: Language) =>
  rolesAt[kind].map((code) => ({ code, words: roleWords[code][language] }))
