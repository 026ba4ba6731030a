// Documents as PDF: tagged, with title and language, at most one sheet for the older adult; and whatever somebody wrote stays text.
import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { documentPage } from '../../src/documents/as-html.ts'
import { literal, typstOf } from '../../src/documents/as-typst.ts'
import { invitation, referralLetter, reportBack } from '../../src/documents/letters.ts'
import { pageText } from '../../src/documents/page.ts'
import { pagesOf, pdfOf } from '../../src/documents/pdf.ts'
import { type PlanDeed, type PlanFacts, planDocument, planStates } from '../../src/documents/plan.ts'

const deed = (more: Partial<PlanDeed> = {}): PlanDeed => ({
  assignmentId: 'a1',
  code: 'otagoHome',
  what: 'OTAGO: thuis oefenen met een fysiotherapeut',
  state: 'accepted',
  who: { name: 'Joost van Dam', organisation: 'Fysiotherapie Verzonnen', phone: '020 555 01 52' },
  place: null,
  days: null,
  time: null,
  by: '2026-12-07',
  startsOn: null,
  ...more,
})
const facts = (more: Partial<PlanFacts> = {}): PlanFacts => ({
  language: 'nl',
  today: '2026-11-23',
  name: 'Hilda de Wit',
  goal: 'Ik wil weer zelf naar de markt lopen, zonder bang te zijn.',
  held: false,
  deeds: [deed()],
  practice: { name: 'Praktijk Verzonnen', phone: '020 555 01 40', nurse: 'Sanne Bakker', nursePhone: '020 555 01 41' },
  code: { code: '7KQ4M2PX9A', address: 'http://127.0.0.1:8080/p/7KQ4M2PX9A' },
  ...more,
})
const hostile = '#let x = 1 $a^2$ *vet* _schuin_ \\ "aanhaling" @wie <label> `code` // [haak] = kop ~ <script>'
const longDeed = deed({
  code: 'eyeTest',
  what: 'Zicht op Evenwicht: een cursus voor meer vertrouwen in een buurthuis',
  who: {
    name: 'Mevrouw Vanderbuitengewoonlangeachternaam',
    organisation: 'Stichting Welzijn Ouderen van Amstelland en Meerlanden',
    phone: '020 555 01 52',
  },
  place: 'Buurthuis De Verzonnen Meent, Orionlaan 3, Amstelveen-Noord',
  days: 'maandag, woensdag en donderdag',
  time: '10:30',
  state: 'planned',
  startsOn: '2026-12-08',
})

const read = async (bytes: Uint8Array) => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const root = pdf.catalog
  const kinds = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('StructElem')
        ? [String(object.get(PDFName.of('S')))]
        : [],
    )
  const drawn = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === undefined
        ? [decodePDFRawStream(object).decode().length]
        : [],
    )
  return {
    pages: pdf.getPageCount(),
    title: pdf.getTitle(),
    language: String(root.get(PDFName.of('Lang'))),
    marked: String(root.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))),
    tree: root.lookup(PDFName.of('StructTreeRoot'), PDFDict).has(PDFName.of('K')),
    kinds: new Set(kinds),
    drawn: drawn.reduce((sum, length) => sum + length, 0),
    size: pdf.getPage(0).getSize(),
  }
}

describe('my plan as PDF', () => {
  test('is tagged, has a title and a language, and fits on one sheet', async () => {
    for (const language of ['nl', 'en'] as const) {
      const pdf = await read(await pdfOf(planDocument(facts({ language }))))
      expect(pdf).toMatchObject({ pages: 2, language: `(${language})`, marked: 'true', tree: true })
      expect(pdf.title).toBe({ nl: 'Mijn plan om stevig te staan', en: 'My plan to stand firmly' }[language])
      expect([...pdf.kinds]).toEqual(expect.arrayContaining(['/H1', '/H2', '/H3', '/L', '/LI', '/Table', '/TH', '/Figure', '/P']))
      expect(pdf.drawn).toBeGreaterThan(5000)
      expect(pdf.size.height).toBeCloseTo(841.89, 1)
    }
  })

  test.each([
    [
      'a whole story and twelve long deeds',
      facts({
        goal: `${'Ik wil graag weer zelf naar de markt lopen met mijn zus. '.repeat(40)}`,
        held: true,
        deeds: Array.from({ length: 12 }, () => longDeed),
      }),
    ],
    ['nothing chosen yet', facts({ goal: null, deeds: [], code: null })],
    [
      'everything that can be misread',
      facts({ goal: hostile, name: hostile, deeds: planStates.map((state) => ({ ...longDeed, state, what: hostile })) }),
    ],
  ])('%s fits on one sheet too', async (_, given) => {
    const bytes = await pdfOf(planDocument(given))
    expect((await read(bytes)).pages).toBeLessThanOrEqual(2)
    expect(pagesOf(bytes)).toBe((await read(bytes)).pages)
  })

  test('the same plan gives the same bytes', async () => {
    const [one, other] = [await pdfOf(planDocument(facts())), await pdfOf(planDocument(facts()))]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })

  test('at most four things to do; the rest is named for later', () => {
    const deeds = Array.from({ length: 6 }, (_, index) => deed({ assignmentId: `a${index}`, what: `Doen ${index}` }))
    const { parts } = planDocument(facts({ deeds }))
    expect(parts[1]!.blocks).toMatchObject([{ is: 'steps', steps: { length: 4 } }])
    expect(JSON.stringify(parts[2])).toContain('Doen 5')
  })
})

describe('the letters as PDF', () => {
  const from = { practice: 'Praktijk Verzonnen', phone: '020 555 01 40', name: 'Sanne Bakker' }
  const dated = { language: 'nl', today: '2026-11-23', from } as const
  const shown = [{ label: 'naam', lines: ['Hilda de Wit', hostile] }]
  test.each([
    ['invitation', invitation({ ...dated, name: hostile })],
    [
      'letter',
      referralLetter({
        ...dated,
        what: 'OTAGO thuis',
        to: { organisation: 'Club', name: hostile },
        shown,
        notShown: shown,
        answerBy: '2026-12-07',
      }),
    ],
    ['report', reportBack({ ...dated, name: 'Hilda de Wit', summary: `Doel: ${hostile}\nzomaar een regel\n` })],
  ])('the %s is tagged and says who it is from', async (_, document) => {
    const pdf = await read(await pdfOf(document))
    expect(pdf).toMatchObject({ language: '(nl)', marked: 'true', tree: true, title: document.title })
    expect(pdf.kinds).toContain('/H1')
    expect(pageText(documentPage(document))).not.toContain('<script>')
  })
})

test('whatever was written goes into the typesetter as a text, between quotes that it cannot close', () => {
  expect(literal('a"b\\c\nd\u0007e')).toBe('"a\\"b\\\\c\\nd e"')
  const source = typstOf(planDocument(facts({ goal: hostile })))
  expect(source.split(literal(`“${hostile}”`))).toHaveLength(2)
})
