// Letters of the practice: the invitation, the referral letter and the report back. Of a receiver's view not a word more than that.
import type { PaperDocument } from '../contract/documents.ts'
import type { IsoDate } from '../domain/calendar.ts'
import { capitalised } from '../domain/capitalised.ts'
import type { Language } from '../domain/words.ts'
import { longDay } from './long-day.ts'

export type Sender = { readonly practice: string; readonly phone: string | null; readonly name: string }
type Dated = { readonly language: Language; readonly today: IsoDate; readonly from: Sender }

/** To the fall-risk test: for the older adult, in plain words. */
export function invitation({ language, today, from, name }: Dated & { readonly name: string }): PaperDocument {
  const say = letterWords[language]
  const phone = from.phone === null ? [] : [[{ phone: from.phone }]]
  return {
    title: say.invitation,
    language,
    reader: 'person',
    wide: false,
    above: name,
    beside: longDay(today, language, null),
    parts: [
      { title: say.why, apart: false, blocks: [{ is: 'lines', lines: say.whyLines.map((line) => [line]) }] },
      { title: say.what, apart: false, blocks: [{ is: 'list', items: [...say.whatLines] }] },
      {
        title: say.next,
        apart: false,
        blocks: [{ is: 'lines', lines: say.nextLines(from.name, from.practice).map((line) => [line]) }],
      },
      { title: say.free, apart: false, blocks: [{ is: 'lines', lines: say.freeLines.map((line) => [line]) }] },
      { title: say.question, apart: false, blocks: [{ is: 'lines', lines: [[say.call(from.name, from.practice)], ...phone] }] },
    ],
  }
}

type Labelled = { readonly label: string; readonly lines: readonly string[] }
export type LetterFacts = Dated & {
  readonly what: string
  readonly to: { readonly organisation: string; readonly name: string }
  /** Exactly what the receiver sees, and what not. */
  readonly shown: readonly Labelled[]
  readonly notShown: readonly Labelled[]
  readonly answerBy: IsoDate | null
}

export function referralLetter({ language, today, from, what, to, shown, notShown, answerBy }: LetterFacts): PaperDocument {
  const say = letterWords[language]
  const pairs = (lines: readonly Labelled[]) =>
    lines.map(({ label, lines: texts }) => ({ label: capitalised(label), lines: [...texts] }))
  const addressed = to.name === to.organisation ? to.organisation : `${to.name}, ${to.organisation}`
  return {
    title: `${say.referral}: ${what}`,
    language,
    reader: 'professional',
    wide: false,
    above: `${say.to} ${addressed}`,
    beside: longDay(today, language, null),
    parts: [
      {
        title: say.asked,
        apart: false,
        blocks: [
          {
            is: 'lines',
            lines: [
              [say.asks(from.name, from.practice)],
              ...(answerBy === null ? [] : [[say.answerBy, { strong: longDay(answerBy, language, null) }, '.']]),
            ],
          },
          { is: 'pairs', pairs: pairs(shown) },
        ],
      },
      { title: say.notShown, apart: false, blocks: [{ is: 'pairs', pairs: pairs(notShown) }] },
      {
        title: say.contact,
        apart: false,
        blocks: [
          { is: 'lines', lines: [[`${from.name}, ${from.practice}`], ...(from.phone === null ? [] : [[{ phone: from.phone }]])] },
        ],
      },
    ],
  }
}

/** `lines`: label and text, as the summary for the record says them. */
export function reportBack({
  language,
  today,
  from,
  name,
  summary,
}: Dated & { readonly name: string; readonly summary: string }): PaperDocument {
  const say = letterWords[language]
  const lines = summary.split('\n').filter((line) => line !== '')
  const pairs = lines.map((line) => {
    const at = line.indexOf(': ')
    return at === -1 ? { label: say.also, lines: [line] } : { label: line.slice(0, at), lines: [line.slice(at + 2)] }
  })
  return {
    title: say.report,
    language,
    reader: 'professional',
    wide: false,
    above: `${say.about} ${name}`,
    beside: longDay(today, language, null),
    parts: [
      { title: say.course, apart: false, blocks: [{ is: 'pairs', pairs }] },
      {
        title: say.contact,
        apart: false,
        blocks: [
          { is: 'lines', lines: [[`${from.name}, ${from.practice}`], ...(from.phone === null ? [] : [[{ phone: from.phone }]])] },
        ],
      },
    ],
  }
}

export const letterWords = {
  nl: {
    invitation: 'Staat u nog stevig?',
    why: 'Waarom krijgt u deze brief?',
    whyLines: [
      'Wij willen dat u stevig blijft staan.',
      'Daarom nodigen wij u uit voor een korte test.',
      'Met de test zien wij of u kans hebt om te vallen.',
    ],
    what: 'Wat gaan we doen?',
    whatLines: [
      'Wij stellen u een paar vragen.',
      'U loopt een klein stukje.',
      'Het duurt ongeveer tien minuten.',
      'Daarna kiezen wij samen wat u helpt.',
    ],
    next: 'Hoe gaat het verder?',
    nextLines: (who: string, practice: string) => [
      who === practice ? `${practice} belt u voor een afspraak.` : `${who} belt u voor een afspraak.`,
      'Draag die dag schoenen die goed zitten.',
      'U mag iemand meenemen.',
    ],
    free: 'Wat kost het?',
    freeLines: ['De test is gratis.', 'U beslist zelf of u meedoet. U mag altijd stoppen.'],
    question: 'Hebt u een vraag?',
    call: (who: string, practice: string) => (who === practice ? `Bel ${practice}.` : `Bel ${who}, ${practice}.`),
    referral: 'Verwijzing',
    to: 'Aan',
    asked: 'Wat wij u vragen',
    asks: (who: string, practice: string) => `${who}, ${practice}, vraagt u iemand te helpen die steviger wil staan.`,
    answerBy: 'Wij horen graag of het kan, uiterlijk op ',
    notShown: 'Wat wij niet delen, en waarom',
    contact: 'Contact',
    report: 'Terugkoppeling',
    about: 'Over',
    course: 'Hoe het ging',
    also: 'Ook',
  },
  en: {
    invitation: 'Do you still stand firmly?',
    why: 'Why do you get this letter?',
    whyLines: [
      'We want you to keep standing firmly.',
      'That is why we invite you to a short test.',
      'With the test we see whether you are likely to fall.',
    ],
    what: 'What will we do?',
    whatLines: [
      'We ask you a few questions.',
      'You walk a short way.',
      'It takes about ten minutes.',
      'Then we choose together what helps you.',
    ],
    next: 'What happens next?',
    nextLines: (who: string, practice: string) => [
      who === practice ? `${practice} calls you to make an appointment.` : `${who} calls you to make an appointment.`,
      'Wear shoes that fit well that day.',
      'You may bring somebody along.',
    ],
    free: 'What does it cost?',
    freeLines: ['The test is free.', 'You decide whether you take part. You may always stop.'],
    question: 'Do you have a question?',
    call: (who: string, practice: string) => (who === practice ? `Call ${practice}.` : `Call ${who}, ${practice}.`),
    referral: 'Referral',
    to: 'To',
    asked: 'What we ask you',
    asks: (who: string, practice: string) => `${who}, ${practice}, asks you to help somebody who wants to stand more firmly.`,
    answerBy: 'We like to hear whether it is possible by ',
    notShown: 'What we do not share, and why',
    contact: 'Contact',
    report: 'Report back',
    about: 'About',
    course: 'How it went',
    also: 'Also',
  },
} as const
