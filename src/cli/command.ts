// What a command of the command line is: words for its help, and a function from arguments and streams to an exit code.
import type { Language, Words } from '../domain/words.ts'

/** 0: done; 1: the input, or what was checked, is not right; 2: the command itself was not understood or could not read its input. */
export type ExitCode = 0 | 1 | 2

export type Streams = {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream
  readonly stderr: NodeJS.WritableStream
}

export type Option = { readonly type: 'boolean' | 'string'; readonly value?: string; readonly help: string }

export type Command = {
  readonly usage: string
  readonly options: { readonly [name: string]: Option }
  readonly examples: readonly string[]
  readonly run: (given: Given, streams: Streams) => Promise<ExitCode>
}

/** A command as the overview lists it; what it needs is loaded only when it is asked for. */
export type Entry = { readonly name: string; readonly summary: string; readonly load: () => Promise<Command> }

/** Positional arguments, and the options that were given. */
export type Given = {
  readonly arguments: readonly string[]
  readonly options: { readonly [name: string]: string | boolean | undefined }
}

/** The command was not understood, or its input cannot be read: exit code 2, words on standard error. */
export class UsageError extends Error {
  readonly words: Words
  /** One text: it is in the language that was asked for already, or it is the same in both. */
  constructor(words: string | Words) {
    super(typeof words === 'string' ? words : words.en)
    this.words = typeof words === 'string' ? { nl: words, en: words } : words
  }
}

/** An argument that nothing is done with. */
export const tooMany = (argument: string | undefined): UsageError =>
  new UsageError({ nl: `${argument} is een argument te veel`, en: `${argument} is one too many` })

export function languageOf(given: Given): Language {
  const asked = given.options['lang'] ?? 'nl'
  if (asked === 'nl' || asked === 'en') return asked
  throw new UsageError({ nl: `--lang ${asked}: kies nl of en`, en: `--lang ${asked}: choose nl or en` })
}

export const languageOption = { lang: { type: 'string', value: 'nl|en', help: 'language of the words (default nl)' } } as const
export const jsonOption = { json: { type: 'boolean', help: 'one line of JSON on standard output, errors too' } } as const
