// A file that came as the body of a request.

/** A body that is no JSON. Its bytes cannot be seen from outside: nobody walks through ten million of them by accident. */
export class SentFile {
  readonly mediaType: string
  readonly #bytes: Uint8Array
  constructor(mediaType: string, bytes: Uint8Array) {
    this.mediaType = mediaType
    this.#bytes = bytes
  }
  get bytes(): Uint8Array {
    return this.#bytes
  }
}
