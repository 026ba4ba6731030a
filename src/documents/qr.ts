// QR codes as squares: one path in a grid, so that page, screen and paper draw the same.
import qrcode from 'qrcode'
import type { Qr } from '../contract/documents.ts'

/** Medium correction: readable with a fold or a stain. */
export function qrOf(text: string): Qr {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const rows = Array.from({ length: size }, (_, y) => rowOf((x) => Boolean(modules.get(y, x)), size, y))
  return { size, path: rows.join('') }
}

/** Neighbours in a row become one stroke. */
function rowOf(dark: (x: number) => boolean, size: number, y: number): string {
  let path = ''
  for (let x = 0; x < size; x++) {
    const from = x
    while (x < size && dark(x)) x++
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`
  }
  return path
}
