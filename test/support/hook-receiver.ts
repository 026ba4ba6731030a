// A real receiver of webhooks on this machine, that does what a test tells it.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A status; `drop`: takes it and breaks off; `hang`: takes it and never answers; `endless`: an answer that never ends. */
export type Answering = number | 'drop' | 'hang' | 'endless' | { readonly redirectTo: string }

export type HookReceiver = Awaited<ReturnType<typeof hookReceiver>>

export async function hookReceiver() {
  const received: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
  let answers: Answering[] = []
  let read = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() })
    const answer = answers.shift() ?? 200
    if (answer === 'drop') request.socket.destroy()
    else if (answer === 'endless') {
      response.writeHead(200)
      const more = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) read += 16_384
        if (!response.destroyed) response.once('drain', more)
      }
      more()
    } else if (typeof answer === 'object') response.writeHead(307, { location: answer.redirectTo }).end()
    else if (answer !== 'hang') response.writeHead(answer).end('thank you')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    received,
    /** Bytes of an endless answer that were written before the other side had enough. */
    written: () => read,
    answer: (...next: Answering[]) => {
      answers = next
    },
    clear: () => {
      received.length = 0
      answers = []
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
