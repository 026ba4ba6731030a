// The section shortcut "no findings": fills what the items allow and can be undone. Measurements and red flags are never filled.
import type { Answer, Answers, GivenValue } from './answers.ts'
import type { Item, Section } from './instrument.ts'

/** `filled` names the items that got an answer, for "6 answers set to no" and for undoing. */
export type ShortcutUse = { readonly answers: Answers; readonly filled: readonly string[] }

/** Fills the open items of `section` that have a shortcut, marked as such. Whatever was answered, also "not asked", stays. */
export function applyShortcut(section: Section, answers: Answers): ShortcutUse {
  const after: Record<string, Answer> = { ...answers }
  const filled: string[] = []
  for (const item of section.items) {
    const value = shortcutValue(item)
    if (value === undefined || Object.hasOwn(answers, item.id)) continue
    after[item.id] = { is: 'given', value, source: 'shortcut' }
    filled.push(item.id)
  }
  return { answers: after, filled }
}

/** Opens the items in `filled` again, as they were; what somebody has answered there since stays. */
export function undoShortcut(answers: Answers, filled: readonly string[]): Answers {
  const isFilled = (itemId: string, answer: Answer) => filled.includes(itemId) && isFromShortcut(answer)
  return Object.fromEntries(Object.entries(answers).filter(([itemId, answer]) => !isFilled(itemId, answer)))
}

/** The items of `section` that stand on an answer of the shortcut: what can be undone later, and the share that nobody asked. */
export function filledByShortcut(section: Section, answers: Answers): string[] {
  return section.items.map(({ id }) => id).filter((itemId) => isFromShortcut(answers[itemId]))
}

const isFromShortcut = (answer: Answer | undefined): boolean => answer?.is === 'given' && answer.source === 'shortcut'

/** What "no findings" means for this item, or undefined where only asking or measuring will do. */
function shortcutValue(item: Item): GivenValue | undefined {
  if (item.redFlag !== undefined || item.mustBeKnown) return undefined
  switch (item.kind) {
    case 'yesNo':
    case 'choice':
      return item.shortcut
    case 'multipleChoice':
      return item.shortcut === 'none' ? [] : undefined
    default:
      return undefined
  }
}
