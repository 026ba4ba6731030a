// `valpad seed`: fills the database with an invented Amstelland, the same for the same seed and day.

import { engineOn, linksFor, realClock } from '../compose.ts'
import { addPeriod, dayOf, type IsoDate } from '../domain/calendar.ts'
import type { Language } from '../domain/words.ts'
import type { Engine } from '../engine/engine.ts'
import { allCaseIds } from '../store/cases.ts'
import type { Store } from '../store/store.ts'
import {
  type Command,
  type ExitCode,
  type Given,
  languageOf,
  languageOption,
  type Streams,
  tooMany,
  UsageError,
} from './command.ts'
import { configFor, withStore } from './environment.ts'
import { progressOn } from './progress.ts'
import { coursesIn } from './seed-courses.ts'
import { fillCourses } from './seed-full.ts'
import { insertPeople, inventPeople, PeopleExist } from './seed-people.ts'
import { seedRegion } from './seed-region.ts'
import { playLives } from './seeding.ts'

export const seedCommand: Command = {
  usage: 'valpad seed [--people N] [--seed S] [--until DAY] [--add] [--lang nl|en]',
  options: {
    people: { type: 'string', value: 'N', help: 'how many invented people, 1 to 10000 (default 200)' },
    seed: {
      type: 'string',
      value: 'S',
      help: 'a word of letters and digits; the same word and day give the same data (default 42)',
    },
    until: { type: 'string', value: 'DAY', help: 'the last day that is played, as YYYY-MM-DD (default yesterday)' },
    add: { type: 'boolean', help: 'also when the database already has cases' },
    ...languageOption,
  },
  examples: [
    'valpad seed',
    'valpad seed --people 500 --seed spring --until 2026-06-01',
    'valpad seed --people 20 --seed more --add',
  ],
  run,
}

export type SeedPlan = { readonly people: number; readonly seed: string; readonly until: IsoDate }

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  const language = languageOf(given)
  const plan = planOf(given)
  const config = configFor(language)
  return withStore(config, language, async (store) => {
    if (given.options['add'] !== true && (await hasCases(store))) {
      streams.stderr.write(`${say.hasCases[language]}\n`)
      return 1
    }
    try {
      const played = await seedDatabase(engineOn(store, realClock, linksFor(config)), plan, language, streams)
      streams.stdout.write(`${say.done(plan, played)[language]}\n`)
      return 0
    } catch (error) {
      if (!(error instanceof PeopleExist)) throw error
      streams.stderr.write(`${say.peopleExist(plan.seed)[language]}\n`)
      return 1
    }
  })
}

function planOf({ arguments: [more], options }: Given): SeedPlan {
  if (more !== undefined) throw tooMany(more)
  const { people = '200', seed = '42', until = addPeriod(dayOf(realClock()), -1, 'days') } = options
  const number = Number(people)
  if (!/^\d{1,5}$/.test(String(people)) || number < 1 || number > 10_000)
    throw new UsageError({
      nl: `--people ${people}: kies een getal van 1 tot en met 10000`,
      en: `--people ${people}: choose a number from 1 to 10000`,
    })
  if (!/^[A-Za-z0-9]{1,20}$/.test(String(seed)))
    throw new UsageError({
      nl: `--seed ${seed}: kies 1 tot 20 letters en cijfers`,
      en: `--seed ${seed}: choose 1 to 20 letters and digits`,
    })
  if (!isDay(String(until)))
    throw new UsageError({
      nl: `--until ${until}: geef een dag als JJJJ-MM-DD, tussen 2024 en 2099`,
      en: `--until ${until}: give a day as YYYY-MM-DD, between 2024 and 2099`,
    })
  return { people: number, seed: String(seed), until: String(until) }
}

function isDay(text: string): boolean {
  if (!/^20(?:2[4-9]|[3-9]\d)-\d\d-\d\d$/.test(text)) return false
  return new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true
}

export const hasCases = async (store: Store): Promise<boolean> => (await allCaseIds(store, null, 1)).length > 0

/** How many cases there are now of these people. */
export async function seedDatabase(
  engine: Engine,
  { people, seed, until }: SeedPlan,
  language: Language,
  streams: Pick<Streams, 'stderr'>,
): Promise<number> {
  await seedRegion(engine.store, until)
  const invented = inventPeople(people, seed, until, await coursesIn(engine.store))
  const first = invented.map(({ life }) => life.startsOn).sort()[0]!
  await insertPeople(engine.store, invented, `${first}T07:00:00Z`)
  const progress = progressOn(streams, say.playing[language])
  await playLives(
    engine,
    invented.map(({ life }) => life),
    until,
    progress.step,
  )
  await fillCourses(engine, seed, until)
  progress.end()
  return invented.flatMap(({ life }) => life.steps).filter((step) => 'open' in step).length
}

const say = {
  playing: { nl: 'Verzonnen levens spelen', en: 'Playing invented lives' },
  hasCases: {
    nl: 'Er staan al trajecten in deze database; er is niets gedaan. Met --add komen er mensen bij.',
    en: 'This database already has cases; nothing was done. With --add people are added.',
  },
  peopleExist: (seed: string) => ({
    nl: `De mensen van --seed ${seed} staan er al in; er is niets gedaan. Kies een andere --seed.`,
    en: `The people of --seed ${seed} are in it already; nothing was done. Choose another --seed.`,
  }),
  done: ({ people, seed, until }: SeedPlan, cases: number) => ({
    nl: `${people} verzonnen mensen met ${cases} trajecten, gespeeld tot en met ${until} (--seed ${seed}). Alles is verzonnen.`,
    en: `${people} invented people with ${cases} cases, played up to and including ${until} (--seed ${seed}). Everything is invented.`,
  }),
}
