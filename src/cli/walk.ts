// `valpad walk`: one invented person from signal to closed against the running server, each step in words.
import { profiles, type SeedProfile } from '../../db/seed/profiles.ts'
import { newestPathway } from '../compose.ts'
import type { CaseFile } from '../contract/cases.ts'
import { assignmentTag, caseTag, commandRoutes, pathOfCommand } from '../contract/command-routes.ts'
import { addPeriod, dayOf, type IsoDate, isWorkingDay } from '../domain/calendar.ts'
import { type Command as CareCommand, commandWords } from '../domain/commands.ts'
import { type Role, roleWords } from '../domain/role.ts'
import type { Language } from '../domain/words.ts'
import { accountNamed, castOf } from './cast.ts'
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
import { journeyOf, type Step } from './journey.ts'
import { itineraries } from './journeys.ts'
import { eventWords } from './log-words.ts'
import { type Client, clientOf, Refused } from './server-client.ts'

const walkable = profiles.filter(({ level }) => level === 'moderate' || level === 'high')

export const walkCommand: Command = {
  usage: 'valpad walk [PERSON] [--url URL] [--lang nl|en]',
  options: {
    url: { type: 'string', value: 'URL', help: 'the running server (default http://127.0.0.1:8080)' },
    ...languageOption,
  },
  examples: [
    'valpad walk                        Mrs H. of 84, in more than a year of care',
    ...walkable.map(({ id, title }) => `valpad walk ${id}                    ${title.en}`),
    'valpad walk V03 --lang en --url http://127.0.0.1:9000',
  ],
  run,
}

type Done = {
  readonly caseId: string
  readonly seq: number
  readonly entries: readonly { readonly type: string; readonly subject: string }[]
}

async function run(given: Given, streams: Streams): Promise<ExitCode> {
  const [id = 'V08', ...more] = given.arguments
  if (more.length > 0) throw tooMany(more[0])
  const profile = walkable.find((one) => one.id === id)
  if (profile === undefined)
    throw new UsageError({
      nl: `"${id}" is geen van: ${walkable.map((one) => one.id).join(', ')}`,
      en: `"${id}" is not one of ${walkable.map((one) => one.id).join(', ')}`,
    })
  const language = languageOf(given)
  const url = String(given.options['url'] ?? 'http://127.0.0.1:8080')
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError({
      nl: `--url ${url}: geef een adres als http://127.0.0.1:8080`,
      en: `--url ${url}: give an address such as http://127.0.0.1:8080`,
    })
  try {
    await walk(clientOf(url, language), profile, language, (line) => streams.stdout.write(`${line}\n`))
    return 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    streams.stderr.write(`${say.refused[language]}: ${error.message}\n`)
    return 1
  }
}

async function walk(client: Client, profile: SeedProfile, language: Language, tell: (line: string) => void): Promise<void> {
  const cast = castOf('luchtkasteel')
  const began = await nowOf(client, cast.nurse, language)
  const { personId } = await client.send<{ personId: string }>('POST', '/v1/people', cast.nurse, personBody(profile, began, cast))
  tell(`${say.title[language]}: ${profile.title[language]} ${say.invented[language]}`)

  const journey = journeyOf(
    profile,
    cast,
    { person: personId, case: '?', assignment: (n) => `${personId}-${n}`.slice(-60) },
    (from) => from,
  )
  itineraries.find(({ id }) => id === 'closedCompleted')!.go(journey, profile)

  const firstDay = dayOf(began)
  const at = (offset: number) => workingDay(addPeriod(firstDay, offset, 'days'))
  let file: CaseFile | null = null
  for (const step of journey.steps()) {
    const fired = await clockTo(client, at(step.day), cast.nurse)
    const seen: number | null = file === null ? null : file.seq
    if (file !== null && fired > 0) file = await caseFile(client, file.caseId, cast.nurse)
    const passed = file === null || seen === null ? [] : await eventsAfter(client, file, seen, cast.nurse)
    for (const line of passedLines(at(step.day), fired, passed, language)) tell(line)
    const done = await take(client, step, file, personId, at)
    file = await caseFile(client, done?.caseId ?? file!.caseId, cast.nurse)
    for (const line of stepLines(step, done, file, at(step.day), language)) tell(line)
  }
  tell('')
  tell(`${say.after[language]}:  npm run -s valpad -- explain ${file?.caseId}${language === 'en' ? ' --lang en' : ''}`)
}

const caseFile = (client: Client, caseId: string, actor: string) => client.get<CaseFile>(`/v1/cases/${caseId}`, actor)

type EventPage = { readonly items: readonly { readonly seq: number; readonly words: string }[]; readonly next: string | null }

/** What was logged of this case without anybody asking: the words of each entry. */
async function eventsAfter(client: Client, { caseId, seq }: CaseFile, seen: number, actor: string): Promise<string[]> {
  const words: string[] = []
  for (let cursor: string | null = ''; cursor !== null && seq > seen; ) {
    const page: EventPage = await client.get(
      `/v1/cases/${caseId}/events?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`,
      actor,
    )
    words.push(...page.items.filter((event) => event.seq > seen).map((event) => event.words))
    cursor = page.next
  }
  return words
}

function passedLines(day: IsoDate, fired: number, ofThisCase: readonly string[], language: Language): string[] {
  if (fired === 0) return []
  const own = [...Map.groupBy(ofThisCase, (words) => words)].map(([words, same]) =>
    same.length === 1 ? words : `${same.length} × ${words}`,
  )
  return [
    '',
    `${day}  ${fired} ${say.fired[language]}`,
    ...(own.length === 0 ? [] : [`            ${say.here[language]}: ${own.join(', ')}`]),
  ]
}

/** Gives one step to the server; null for answers, which leave no entry in the log. */
async function take(
  client: Client,
  step: Step,
  file: CaseFile | null,
  personId: string,
  at: (day: number) => IsoDate,
): Promise<Done | null> {
  if ('open' in step) {
    const { age, livesAtHome } = step.open
    return client.send<Done>('POST', '/v1/cases', step.by, { personId, age, livesAtHome })
  }
  if (file === null) throw new Error('A journey begins by opening a case')
  const { caseId, seq } = file
  if ('answers' in step) {
    for (const [item, value] of Object.entries(step.answers)) {
      const body = {
        operationId: `walk-${caseId}-${item}`.replaceAll('.', '-').slice(-60),
        revision: 0,
        answer: { is: 'given', value, source: 'person' },
      }
      await client.send('PUT', `/v1/cases/${caseId}/analyses/answers/${item}`, step.by, body)
    }
    return null
  }
  const { type, payload } = step.command(at)
  const { assignmentId = '', ...rest } = payload as { assignmentId?: string }
  const isAbout = commandRoutes[type].of === 'assignment'
  const body = isAbout ? rest : payload
  const version = file.assignments.find((one) => one.assignmentId === assignmentId)?.version ?? 0
  const tag = isAbout ? assignmentTag(assignmentId, version) : caseTag(caseId, seq)
  return client.send<Done>('POST', pathOfCommand(type, caseId, assignmentId), step.by, body, { 'if-match': tag })
}

function stepLines(step: Step, done: Done | null, { stage, deadlines }: CaseFile, today: IsoDate, language: Language): string[] {
  const { name, role } = accountNamed(step.by)
  const next = deadlines.filter((one) => one.standsStillWith === null).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  const happened = done?.entries.map(({ type, subject }) => eventWords(newestPathway, type, subject, language)) ?? []
  const followed = happened.slice(1).join(', ')
  return [
    '',
    `${today}  ${name}, ${roleWords[role as Role][language]}: ${actOf(step, language)}`,
    ...(followed === '' ? [] : [`            ${say.follows[language]}: ${followed}`]),
    `            ${say.stands[language]}: ${stage.words}`,
    next === undefined
      ? `            ${say.nobody[language]}`
      : `            ${say.next[language]}: ${next.awaited}; ${next.owner.words}, ${say.by[language]} ${next.dueOn}`,
  ]
}

function actOf(step: Step, language: Language): string {
  if ('open' in step) return say.open[language]
  if ('answers' in step) return `${Object.keys(step.answers).length} ${say.answers[language]}`
  const command: CareCommand = step.command(() => '2000-01-01')
  return commandWords[command.type][language]
}

async function nowOf(client: Client, actor: string, language: Language): Promise<string> {
  try {
    return (await client.get<{ now: string }>('/v1/demo/clock', actor)).now
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new UsageError(say.noDemo[language])
  }
}

/** Half past ten on `day`, unless it is later already; how many deadlines passed on the way. */
async function clockTo(client: Client, day: IsoDate, actor: string): Promise<number> {
  const { now } = await client.get<{ now: string }>('/v1/demo/clock', actor)
  if (dayOf(now) >= day) return 0
  return (await client.send<{ fired: number }>('POST', '/v1/demo/clock', actor, { to: `${day}T09:30:00Z` })).fired
}

function workingDay(day: IsoDate): IsoDate {
  return isWorkingDay(day) ? day : workingDay(addPeriod(day, 1, 'days'))
}

function personBody(
  { id, sex, age }: SeedProfile,
  now: string,
  { municipality, practice }: { municipality: string; practice: string },
) {
  const birthDate = addPeriod(addPeriod(dayOf(now), -12 * age, 'months'), -60, 'days')
  return { name: `Wandeling ${id} (verzonnen)`, birthDate, sex, practiceId: practice, municipality }
}

const say = {
  title: { nl: 'Wij volgen', en: 'We follow' },
  invented: {
    nl: '(verzonnen). Alles hieronder gebeurt in de draaiende server.',
    en: '(invented). All of this happens in the running server.',
  },
  open: { nl: 'aanmelden voor valpreventie', en: 'put forward for fall prevention' },
  answers: { nl: 'antwoorden van de valanalyse bewaren', en: 'answers of the fall analysis saved' },
  follows: { nl: 'en daardoor', en: 'and therefore' },
  stands: { nl: 'Nu', en: 'Now' },
  next: { nl: 'Aan zet', en: 'Next' },
  by: { nl: 'uiterlijk', en: 'by' },
  nobody: { nl: 'Niemand hoeft iets te doen.', en: 'Nobody has to act.' },
  here: { nl: 'bij deze persoon', en: 'of this person' },
  fired: {
    nl: 'termijnen verstreken onderweg (ook van anderen); wie aan zet was, kreeg bericht.',
    en: 'deadlines passed on the way (of others too); whoever had to act was told.',
  },
  after: { nl: 'Waarom dit zo ging', en: 'Why it went this way' },
  refused: { nl: 'De server weigert', en: 'The server refuses' },
  noDemo: {
    nl: 'Deze server heeft geen demoklok: hij draait niet op demogegevens. Zet eerst verzonnen mensen in een lege database: valpad seed',
    en: 'This server has no demo clock: it does not run on demo data. First put invented people in an empty database: valpad seed',
  },
}
