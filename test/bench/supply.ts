// How long the inbox of a provider and the offers for an older adult take over HTTP in a region, and what a hundred times as much costs.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../../db/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { buildRegion, caseOf, contactOf, providerOf, type Region } from './region.ts'

const sizes = (process.env['BENCH_ASSIGNMENTS'] ?? '2000,20000,200000').split(',').map(Number)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 6)
const perRound = 100
/** What is aimed at: the 99th percentile in a region of its size, and the growth of the median from the smallest to the largest. */
const aims = { p99: 20, growth: 1.5 }

const tabs = ['new', 'new', 'accepted', 'running'] as const
const questions = {
  /** A page of the screen: fifty lines, where there are as many. */
  inbox: async ({ app }: Region, number: number) => {
    const contact = contactOf(providerOf(number))
    return app.app.inject({
      method: 'GET',
      url: `/v1/inbox?tab=${tabs[number % tabs.length]}`,
      headers: { 'valpad-actor': contact },
    })
  },
  /** As many lines in the smallest region as in the largest: what grows here grows with the tables. */
  'inbox, ten lines': async ({ app }: Region, number: number) => {
    const contact = contactOf(providerOf(number))
    return app.app.inject({ method: 'GET', url: '/v1/inbox?tab=new&limit=10', headers: { 'valpad-actor': contact } })
  },
  'inbox, mine, ten lines': async ({ app }: Region, number: number) => {
    const contact = contactOf(providerOf(number))
    return app.app.inject({ method: 'GET', url: '/v1/inbox?mine=yes&limit=10', headers: { 'valpad-actor': contact } })
  },
  matching: async ({ app, cases }: Region, number: number) => {
    const url = `/v1/cases/${caseOf((number * 7919) % cases)}/offers`
    return app.app.inject({ method: 'GET', url, headers: { 'valpad-actor': 'some-practiceNurse' } })
  },
} as const
type Question = keyof typeof questions
/** Longer in a larger region: its growth says more of the page than of the tables. */
const fullPage: Question = 'inbox'

const folder = mkdtempSync(join(tmpdir(), 'valpad-supply-'))
try {
  const regions = new Map<number, Region & { readonly close: () => Promise<void> }>()
  for (const size of sizes) {
    const began = performance.now()
    const store = await openStore(join(folder, `${size}.db`), { migrations })
    const region = await buildRegion(store, size)
    regions.set(size, { ...region, close: () => store.close() })
    console.log(`${size} assignments of ${region.cases} people built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  // In turns, so that a slow minute of the machine is everybody's.
  const taken = new Map<string, Taken[]>()
  for (let round = -1; round < rounds; round++)
    for (const [size, region] of regions)
      for (const [question, ask] of Object.entries(questions) as [Question, (typeof questions)[Question]][])
        for (let index = 0; index < perRound; index++) {
          const one = await measured(() => ask(region, Math.max(0, round) * perRound + index))
          const key = `${question} ${size}`
          if (!taken.has(key)) taken.set(key, [])
          // The first round warms up.
          if (round >= 0) taken.get(key)!.push(one)
        }
  for (const question of Object.keys(questions)) {
    const of = sizes.map((size) => taken.get(`${question} ${size}`)!)
    for (const [index, all] of of.entries()) {
      const [wall, processor] = [shares(all.map((one) => one.wall)), shares(all.map((one) => one.processor))]
      const asked = `median ${shown(wall.median)}, p99 ${shown(wall.p99)} (aim ${aims.p99} ms)`
      console.log(
        `${question}, ${sizes[index]} assignments: ${asked}; processor ${shown(processor.median)}, p99 ${shown(processor.p99)}`,
      )
    }
    if (question === fullPage) continue
    const [least, most] = [of[0]!, of.at(-1)!].map((all) => shares(all.map((one) => one.wall)).median)
    console.log(
      `${question}: from ${sizes[0]} to ${sizes.at(-1)} the median grows ${(most! / least!).toFixed(2)} times (aim ${aims.growth})`,
    )
  }
  const [load] = loadavg()
  console.log(`load of the machine at the end: ${load!.toFixed(1)} on ${cpus().length} processors, this process counts for one`)
  for (const region of regions.values()) await region.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

type Taken = { readonly wall: number; readonly processor: number }

/** In milliseconds; what the processor spent tells how much of the waiting was for others on this machine, or for the disk. */
async function measured(ask: () => Promise<{ readonly statusCode: number; readonly body: string }>): Promise<Taken> {
  const [began, spent] = [performance.now(), process.cpuUsage()]
  const answer = await ask()
  const { user, system } = process.cpuUsage(spent)
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return { wall: performance.now() - began, processor: (user + system) / 1000 }
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(2)} ms`
}

function shares(milliseconds: readonly number[]): { readonly median: number; readonly p99: number } {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { median: at(0.5), p99: at(0.99) }
}
