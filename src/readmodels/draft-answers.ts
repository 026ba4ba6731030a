// The draft answers of an analysis: by item, with everybody's own, and what is still open.
import type { AnsweredItem, Draft } from '../contract/answers.ts'
import type { Answer, Answers } from '../domain/answers.ts'
import { canonicalJson } from '../domain/canonical.ts'
import { completeness, sectionStatus } from '../domain/completeness.ts'
import type { Instrument, Item, Section } from '../domain/instrument.ts'
import type { Language, PlainWords, Words } from '../domain/words.ts'

/** A stored answer, read. */
export type SavedAnswer = AnsweredItem['answers'][number] & { readonly itemId: string }
/** A stored note, read. */
export type SavedNote = AnsweredItem['notes'][number] & { readonly itemId: string }
export type Saved = { readonly answers: readonly SavedAnswer[]; readonly notes: readonly SavedNote[] }

export function itemIn(instrument: Instrument, itemId: string): { item: Item; section: Section } | null {
  for (const section of instrument.sections) {
    const item = section.items.find(({ id }) => id === itemId)
    if (item !== undefined) return { item, section }
  }
  return null
}

/** Same answer, whoever gave it and wherever it was heard. */
const said = (answer: Answer): string => canonicalJson(answer.is === 'given' ? { value: answer.value } : { is: answer.is })
export const isDisputed = (saved: readonly { readonly answer: Answer }[]): boolean =>
  new Set(saved.map(({ answer }) => said(answer))).size > 1

/** One answer per item; where two people differ, none yet. */
export function agreedOf(saved: readonly SavedAnswer[]): { readonly answers: Answers; readonly disputed: readonly string[] } {
  const byItem = [...Map.groupBy(saved, ({ itemId }) => itemId)]
  return {
    answers: Object.fromEntries(byItem.flatMap(([item, rows]) => (isDisputed(rows) ? [] : [[item, rows[0]!.answer]]))),
    disputed: byItem.flatMap(([item, rows]) => (isDisputed(rows) ? [item] : [])),
  }
}

export function answeredItem(instrument: Instrument, itemId: string, saved: Saved, language: Language): AnsweredItem {
  const found = itemIn(instrument, itemId)
  const own = saved.answers.filter((one) => one.itemId === itemId)
  const notes = saved.notes.filter((one) => one.itemId === itemId)
  return {
    itemId,
    section: found?.section.id ?? '',
    words: found?.item.words[language] ?? itemId,
    answers: own.map(({ itemId: _, ...answer }) => answer),
    notes: notes.map(({ itemId: _, ...note }) => note),
    disputed: isDisputed(own),
    redFlag: redFlagIn(found?.item.redFlag, own),
  }
}

/** One yes is enough, whoever said it. */
const redFlagIn = (flag: string | undefined, own: readonly SavedAnswer[]): AnsweredItem['redFlag'] =>
  flag !== undefined && own.some(({ answer }) => answer.is === 'given' && answer.value === 'yes')
    ? { flag, command: 'raiseRedFlag' }
    : null

export function draftOf(instrument: Instrument, caseId: string, saved: Saved, language: Language): Draft {
  const { answers, disputed } = agreedOf(saved.answers)
  const whole = completeness(instrument, answers)
  const named: readonly { readonly id: string; readonly words: Words | PlainWords }[] = [
    ...instrument.domains.minimum,
    ...instrument.domains.preferred,
    ...instrument.sections,
    ...instrument.sections.flatMap(({ items }) => items),
  ]
  const open = [...new Set([...whole.minimum.open, ...whole.mandatory, ...whole.mustBeKnown, ...disputed])]
  return {
    caseId,
    instrument: instrument.id,
    items: [...new Set([...saved.answers, ...saved.notes].map(({ itemId }) => itemId))].map((itemId) =>
      answeredItem(instrument, itemId, saved, language),
    ),
    sections: instrument.sections.map((section) => ({
      section: section.id,
      words: section.words[language],
      status: sectionStatus(section, answers),
    })),
    complete: whole.complete && disputed.length === 0,
    completeExtended: whole.completeExtended && disputed.length === 0,
    open: open.map((id) => ({ id, words: named.find((one) => one.id === id)?.words[language] ?? id })),
  }
}
