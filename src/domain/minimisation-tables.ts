// The minimisation tables as a clinician reads them: one line per kind of data, and one per thing that is said.
import { conditionReader } from './condition-words.ts'
import { type Minimisation, receiverKinds, type Share, type SharedLine } from './minimisation.ts'
import type { Pathway } from './pathway.ts'
import type { Table } from './pathway-tables.ts'
import { definitionsOf } from './rules.ts'
import type { Language, Words } from './words.ts'

export function minimisationTables({ minimisation, rules, instrument }: Pathway, language: Language): Table[] {
  const { kinds, categories, lines, receivers } = minimisation
  const items = instrument.sections.flatMap((section) => section.items)
  const read = conditionReader([...definitionsOf(rules), ...items.map(asNamed)], language)
  const name = (rows: readonly { readonly id: string; readonly words: Words }[], id: string | null) =>
    id === null ? '' : (rows.find((row) => row.id === id)?.words[language] ?? id)
  const saying = ({ says }: SharedLine) => ('when' in says ? says.words[language] : 'fact' in says ? says.fact : says.item)
  return [
    {
      name: 'minimisation',
      title: { nl: 'Wie ziet welke gegevens', en: 'Who sees which data' }[language],
      columns: [what[language], ...receiverKinds.map((kind) => name(kinds, kind))],
      rows: categories.map(({ id, source, status, words }) => ({
        id,
        source,
        status,
        cells: [words[language], ...receiverKinds.map((kind) => cellWords(cellOf(minimisation, id, kind))[language])],
      })),
    },
    {
      name: 'minimisation-lines',
      title: { nl: 'Wat een ontvanger leest', en: 'What a receiver reads' }[language],
      columns: [{ nl: 'soort', en: 'kind' }[language], { nl: 'bij', en: 'for' }[language], what[language], when[language]],
      rows: lines.map((line) => ({
        id: line.id,
        source: line.source,
        status: line.status,
        cells: [
          name(categories, line.category),
          line.codes.join(', '),
          saying(line),
          'when' in line.says ? read(line.says.when) : read(null),
        ],
      })),
    },
    {
      name: 'receivers',
      title: { nl: 'Soort ontvanger', en: 'Kind of receiver' }[language],
      columns: [
        { nl: 'in de zorg', en: 'in care' }[language],
        { nl: 'in het sociaal domein', en: 'in the social domain' }[language],
        { nl: 'komt thuis', en: 'comes to the home' }[language],
      ],
      rows: receivers.map(({ id, source, status, care, social, atHome }) => ({
        id,
        source,
        status,
        cells: [name(kinds, care), name(kinds, social), atHome ? { nl: 'ja', en: 'yes' }[language] : ''],
      })),
    },
  ]
}

const what = { nl: 'wat', en: 'what' }
const when = { nl: 'als', en: 'when' }

const cellOf = ({ shares }: Minimisation, category: string, receiver: string): Share | undefined =>
  shares.find((one) => one.category === category && one.receiver === receiver)

function cellWords(share: Share | undefined): Words {
  if (share === undefined || share.from === 'never') return { nl: 'nooit', en: 'never' }
  if (share.only === 'own') return { nl: 'alleen wat de ontvanger zelf vastlegt', en: 'only what the receiver records' }
  const from = share.from === 'beforeAcceptance' ? { nl: 'meteen', en: 'at once' } : { nl: 'na aannemen', en: 'after acceptance' }
  const relevant = share.only === 'relevant' ? { nl: ', als het van belang is', en: ', where it matters' } : { nl: '', en: '' }
  const setting =
    share.setting === undefined
      ? { nl: '', en: '' }
      : { nl: `, als ${share.setting} aan staat`, en: `, when ${share.setting} is on` }
  return { nl: from.nl + relevant.nl + setting.nl, en: from.en + relevant.en + setting.en }
}

const asNamed = ({ id, source, status, words }: Pathway['instrument']['sections'][number]['items'][number]) =>
  ({ id, source, status, kind: 'yesNo', name: words, says: {} }) as const
