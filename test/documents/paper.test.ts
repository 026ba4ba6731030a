// Documents as PDF: tagged, with title and language, at most one sheet for the older adult; and whatever somebody wrote stays text.
import { decodePDFRawStream, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import type { PaperDocument } from '../../src/contract/documents.ts'
import { documentPage } from '../../src/documents/as-html.ts'
import { literal, typstOf } from '../../src/documents/as-typst.ts'
import { attendanceSheet } from '../../src/documents/attendance-list.ts'
import { invitation, referralLetter, reportBack } from '../../src/documents/letters.ts'
import { pageText } from '../../src/documents/page.ts'
import { pagesOf, pdfOf, withTitleShown } from '../../src/documents/pdf.ts'
import { type PlanDeed, type PlanFacts, planDocument, planStates } from '../../src/documents/plan.ts'
import { planWords } from '../../src/documents/plan-words.ts'
import { qrOf } from '../../src/documents/qr.ts'
import { readQr } from '../support/qr-reading.ts'

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
  const elements = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('StructElem') ? [object] : [],
    )
  const kindOf = (element: PDFDict): string => String(element.get(PDFName.of('S')))
  const alternative = (element: PDFDict): string | null => {
    const text = element.lookup(PDFName.of('Alt'))
    return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : null
  }
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
    kinds: new Set(elements.map(kindOf)),
    figures: elements.filter((element) => kindOf(element) === '/Figure').map(alternative),
    drawn: drawn.reduce((sum, length) => sum + length, 0),
    titleShown: String(root.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('DisplayDocTitle'))),
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
    [
      'the longest names in English',
      facts({
        language: 'en',
        name: 'Mevrouw Wilhelmina Vanderbuitengewoonlangeachternaam-Schouten',
        deeds: Array.from({ length: 4 }, () => longDeed),
        practice: {
          name: 'Gezondheidscentrum De Buitengewoon Lange Verzonnen Waterlinie',
          phone: '020 555 01 40',
          nurse: 'Wilhelmina Vanderbuitengewoonlangeachternaam',
          nursePhone: '020 555 01 41',
        },
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

  test('as long as the doctor looks first nobody is told to go on with exercises', () => {
    const told = (held: boolean) =>
      JSON.stringify(
        planDocument(facts({ held, deeds: [deed({ state: 'started' }), deed({ code: 'eyeTest', state: 'started' })] })),
      )
    expect(told(false).match(/Ga zo door/g)).toHaveLength(2)
    expect(told(true).match(/Ga zo door/g)).toHaveLength(1)
    expect(told(true)).toContain('Wacht hiermee tot de huisarts')
  })

  test('at most four things to do; the rest is named for later', () => {
    const deeds = Array.from({ length: 6 }, (_, index) => deed({ assignmentId: `a${index}`, what: `Doen ${index}` }))
    const { parts } = planDocument(facts({ deeds }))
    expect(parts[1]!.blocks).toMatchObject([{ is: 'steps', steps: { length: 4 } }])
    expect(JSON.stringify(parts[2])).toContain('Doen 5')
  })
})

describe.each(['nl', 'en'] as const)('every document in %s', (language) => {
  const from = { practice: 'Praktijk Verzonnen', phone: '020 555 01 40', name: 'Sanne Bakker' }
  const dated = { language, today: '2026-11-23', from } as const
  const shown = [{ label: 'naam', lines: ['Hilda de Wit', hostile] }]
  const letter = {
    ...dated,
    to: { organisation: 'Club', name: hostile },
    shown,
    notShown: shown,
    answerBy: '2026-12-07',
  } as const
  const present = { state: { code: 'started' }, attendance: [true, false, null] }
  const group = {
    name: 'In Balans',
    startsOn: '2026-11-02',
    endsOn: '2026-11-16',
    meetings: ['2026-11-02', '2026-11-09', '2026-11-16'].map((heldOn, index) => ({ number: index + 1, heldOn })),
    members: [hostile, 'Hilda de Wit'].map((name) => ({ ...present, name })),
  } as unknown as Parameters<typeof attendanceSheet>[0] // what a list is made of
  const kinds: readonly (readonly [name: string, document: PaperDocument, has: readonly string[]])[] = [
    ['plan', planDocument(facts({ language })), ['/H1', '/H2', '/H3', '/L', '/LI', '/Table', '/TH', '/Figure', '/P']],
    ['invitation', invitation({ ...dated, name: hostile }), ['/H1', '/H2', '/L', '/LI', '/P']],
    ['letter', referralLetter({ ...letter, what: 'OTAGO thuis' }), ['/H1', '/H2', '/P']],
    [
      'report',
      reportBack({ ...dated, name: 'Hilda de Wit', summary: `Doel: ${hostile}\nzomaar een regel\n` }),
      ['/H1', '/H2', '/P'],
    ],
    ['attendance list', attendanceSheet(group, language), ['/H1', '/Table', '/TR', '/TH', '/TD']],
  ]

  test.each(kinds)(
    'the %s can be read aloud: structure, title, language, and a text for each picture that says something',
    async (...[, document, has]) => {
      const pdf = await read(await pdfOf(document))
      expect(pdf).toMatchObject({
        language: `(${language})`,
        marked: 'true',
        tree: true,
        title: document.title,
        titleShown: 'true',
      })
      expect([...pdf.kinds]).toEqual(expect.arrayContaining([...has]))
      expect(pdf.figures).toEqual(has.includes('/Figure') ? [planWords[language].homeQr] : [])
      expect(pdf.size.width > pdf.size.height).toBe(document.wide)
      const page = pageText(documentPage(document))
      expect(page).toContain(`<html lang="${language}">`)
      expect(page).not.toContain('<script>')
    },
  )
})

describe('the code on paper', () => {
  test.each([
    'http://127.0.0.1:8080/p/7KQ4M2PX9A',
    'https://valpad.amstelland.example/p/0000000000',
    'https://v.nl/p/ZZZZZZZZZZ',
  ])('leads to the plan: %s', (address) => expect(readQr(qrOf(address))).toBe(address))

  test('is the address of this plan, on the screen, on the page and in the PDF alike', () => {
    const document = planDocument(facts())
    const code = document.parts.flatMap(({ blocks }) => blocks).find((block) => block.is === 'code')!
    expect(readQr(code.qr)).toBe('http://127.0.0.1:8080/p/7KQ4M2PX9A')
    expect(code.code.replace(' ', '')).toBe('7KQ4M2PX9A')
    expect(pageText(documentPage(document))).toContain(`<path d="${code.qr.path}"/>`)
    expect(typstOf(document)).toContain(code.qr.path)
  })
})

test('the title is shown without moving anything else in the file; a file of another build stays as it was', async () => {
  const bytes = Buffer.from(await pdfOf(planDocument(facts()))).toString('latin1')
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes)?.[1])
  expect(bytes.slice(table, table + 4)).toBe('xref')
  for (const [, place, number] of [...bytes.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map((match, index) => [
    ...match,
    index + 1,
  ]))
    expect(bytes.slice(Number(place), Number(place) + 12)).toContain(`${number} 0 obj`)
  for (const other of ['%PDF-1.7 nothing', '/ViewerPreferences << >> endobj endobj startxref 3 %%EOF'])
    expect(Buffer.from(withTitleShown(Buffer.from(other))).toString()).toBe(other)
})

test('whatever was written goes into the typesetter as a text, between quotes that it cannot close', () => {
  expect(literal('a"b\\c\nd\u0007e')).toBe('"a\\"b\\\\c\\nd e"')
  const source = typstOf(planDocument(facts({ goal: hostile })))
  expect(source.split(literal(`“${hostile}”`))).toHaveLength(2)
})
