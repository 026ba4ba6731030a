// A real mail server on this machine, that does what a test tells it: takes a mail, refuses it after taking it, breaks off, or hangs.
import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Behaviour = 'take' | 'takeAndRefuse' | 'takeAndBreakOff' | 'takeAndHang'

export type Received = {
  readonly from: string
  readonly to: readonly string[]
  readonly bytes: Buffer
  readonly behaviour: Behaviour
}

export type MailServer = Awaited<ReturnType<typeof mailServer>>

export async function mailServer() {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let behaviours: Behaviour[] = []
  let onMail: (() => void) | null = null
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['AUTH'],
    logger: false,
    onData(stream, session, answer) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const behaviour = behaviours.shift() ?? 'take'
        const { mailFrom, rcptTo } = session.envelope
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          bytes: Buffer.concat(chunks),
          behaviour,
        })
        onMail?.()
        if (behaviour === 'take') answer()
        if (behaviour === 'takeAndRefuse') answer(Object.assign(new Error('something broke'), { responseCode: 451 }))
        if (behaviour === 'takeAndBreakOff') for (const socket of sockets) socket.destroy()
      })
    },
  })
  server.on('error', () => {}) // A connection that was broken off on purpose.
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    /** For the next mails, in their order; then it takes all. */
    behave: (...next: Behaviour[]) => {
      behaviours = next
    },
    onMail: (told: (() => void) | null) => {
      onMail = told
    },
    /** What it holds, decoded. */
    mails: (): Promise<Email[]> => Promise.all(received.map(({ bytes }) => PostalMime.parse(bytes))),
    clear: () => {
      received.length = 0
      behaviours = []
      onMail = null
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
