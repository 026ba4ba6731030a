// What goes to whom, with the person's own goal: as it was chosen, with a way back to change it.
import { Link } from '@tanstack/react-router'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Part } from '../../ui/page.tsx'
import type { Plan } from '../proposal/plan.ts'
import type { ToSend } from './receivers.ts'
import { words } from './words.ts'

export function What({
  receivers,
  plan,
  goal,
  caseId,
}: {
  readonly receivers: readonly ToSend[]
  readonly plan: Plan | null
  readonly goal: string
  readonly caseId: string
}) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const change = (
    <Link to="/cases/$caseId/proposal" params={{ caseId }}>
      {t.change}
    </Link>
  )
  return (
    <Part id="what" title={t.what} aside={change}>
      <dl className="facts">
        {goal === '' ? null : (
          <>
            <dt>{t.goal}</dt>
            <dd className="quote small-quote">{goal}</dd>
          </>
        )}
        {receivers.map(({ code, asked, name, planned }) => (
          <div key={code} className="pair">
            <dt>{asked}</dt>
            <dd>
              {planned === null
                ? name
                : [
                    name,
                    planned.offer.contact,
                    planned.offer.start === null ? '' : t.start(shortDate(planned.offer.start, language)),
                  ]
                    .filter(Boolean)
                    .join(', ')}
            </dd>
          </div>
        ))}
        {plan?.own === true ? (
          <div className="pair">
            <dt>{t.own}</dt>
            <dd />
          </div>
        ) : null}
        {plan === null || plan.tasks.length === 0 ? null : (
          <>
            <dt>{t.tasks}</dt>
            <dd>{plan.tasks.map(({ name }) => name).join(', ')}</dd>
          </>
        )}
      </dl>
    </Part>
  )
}
