// The language of an answer: Dutch unless English is asked for.
import type { FastifyRequest } from 'fastify'
import type { Language } from '../domain/words.ts'

/** Of a page: what its address asks for goes before what the browser prefers. */
export function languageIn({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const { lang } = query as { readonly lang?: unknown }
  return lang === 'nl' || lang === 'en' ? lang : languageOf(headers['accept-language'])
}

/** Of nl and en the one with the higher quality in `Accept-Language`; the first of equals. */
export function languageOf(header: string | undefined): Language {
  const asked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .flatMap((part): { language: Language; quality: number }[] => {
      const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
      const language = range.trim().split('-')[0]
      if (language !== 'nl' && language !== 'en') return []
      const quality = Number(/^\s*q=([\d.]+)\s*$/.exec(parameters.find((one) => one.includes('q=')) ?? '')?.[1] ?? 1)
      return quality > 0 ? [{ language, quality }] : []
    })
  return asked.sort((a, b) => b.quality - a.quality)[0]?.language ?? 'nl'
}
