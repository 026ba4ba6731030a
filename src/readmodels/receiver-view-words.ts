// A receiver's view in one language: the same lines, in the same order, for who looks before and for who receives.
import type { ReceiverView as InWords } from '../contract/receiver-views.ts'
import type { ReceiverView } from '../domain/minimisation.ts'
import type { Language } from '../domain/words.ts'

export const receiverViewIn = ({ receiver, stage, summary, shown, notShown }: ReceiverView, language: Language): InWords => ({
  receiver,
  stage,
  summary: summary[language],
  shown: shown.map(({ category, label, lines }) => ({
    category,
    label: label[language],
    lines: lines.map((line) => line[language]),
  })),
  notShown: notShown.map(({ category, label, why }) => ({ category, label: label[language], why: why[language] })),
})
