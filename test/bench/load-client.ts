// A load generator in a process of its own: so many clients, each sending the next command when the last was answered.
import { Agent, request } from 'node:http'

type Load = {
  readonly address: string
  readonly path: string
  readonly actor: string
  readonly targets: readonly string[]
  readonly clients: number
  readonly seconds: number
  readonly tag: string
}

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const { hostname, port } = new URL(load.address)
const agent = new Agent({ keepAlive: true, maxSockets: load.clients })
const latencies: number[] = []
let refused = 0

function send(target: string, key: string): Promise<void> {
  const body = JSON.stringify({ measure: 'tug', value: 12.5, measuredOn: '2026-01-05' })
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const call = request(
      {
        agent,
        hostname,
        port,
        method: 'POST',
        path: load.path.replace('{target}', target),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'valpad-actor': load.actor,
          'idempotency-key': key,
        },
      },
      (answer) => {
        answer.resume()
        answer.on('end', () => {
          if (answer.statusCode !== 200) refused += 1
          latencies.push(performance.now() - started)
          resolve()
        })
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}

const until = performance.now() + load.seconds * 1000
const began = performance.now()
await Promise.all(
  Array.from({ length: load.clients }, async (_, client) => {
    for (let turn = 0; performance.now() < until; turn++) {
      await send(load.targets[(client + turn * load.clients) % load.targets.length]!, `${load.tag}-${client}-${turn}`)
    }
  }),
)
const seconds = (performance.now() - began) / 1000
latencies.sort((a, b) => a - b)
const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN
process.stdout.write(JSON.stringify({ perSecond: latencies.length / seconds, median: at(0.5), p99: at(0.99), refused }))
agent.destroy()
