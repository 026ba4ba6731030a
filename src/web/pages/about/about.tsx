// Help with the keys of each screen, the accessibility statement, and privacy: for everybody, also without signing in.

import { setLetterKeys, useLetterKeys } from '../../keys.ts'
import { say } from '../../status.ts'
import { longDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Page, Part } from '../../ui/page.tsx'
import { words } from './about-words.ts'
import statement from './accessibility.json' with { type: 'json' }
import { isOfLetters } from './keys.ts'

export function Help() {
  const t = useTexts(words)
  const letters = useLetterKeys()
  const switchLetters = (): void => {
    setLetterKeys(!letters)
    say(letters ? t.lettersOff : t.lettersOn)
  }
  return (
    <Page title={t.help} lead={t.helpLead}>
      <Part id="preferences" title={t.preferences}>
        <label className="tick">
          <input type="checkbox" checked={letters} aria-describedby="letters-how" onChange={switchLetters} />
          <span>{t.letters}</span>
        </label>
        <p className="text mute" id="letters-how">
          {t.lettersHow}
        </p>
      </Part>
      {t.screens.map(({ name, keys }, index) => (
        <Part id={`keys-${index}`} title={name} key={name}>
          <table className="table key-table">
            <caption className="hide">{name}</caption>
            <thead className="hide">
              <tr>
                <th scope="col">{t.key}</th>
                <th scope="col">{t.does}</th>
              </tr>
            </thead>
            <tbody>
              {(letters ? keys : keys.filter(([key]) => !isOfLetters(key))).map(([key, does]) => (
                <tr key={does}>
                  <th scope="row">
                    <kbd>{key}</kbd>
                  </th>
                  <td>{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Part>
      ))}
      <Part id="stuck" title={t.stuck}>
        {t.stuckLines.map((line) => (
          <p className="text" key={line}>
            {line}
          </p>
        ))}
      </Part>
    </Page>
  )
}

export function Accessibility() {
  const t = useTexts(words)
  const { language } = useLanguage()
  return (
    <Page title={t.accessibility} lead={t.status(statement.standard)}>
      <p>{t.checkedOn(longDate(statement.date, language))}</p>
      <Part id="checks" title={t.checks}>
        <Lines lines={statement.checks.map((one) => one[language])} />
      </Part>
      <Part id="faults" title={t.faults}>
        <Lines lines={statement.faults.map((one) => one[language])} />
      </Part>
      <Part id="report" title={t.report}>
        <p className="text">{t.reportLine}</p>
      </Part>
    </Page>
  )
}

export function Privacy() {
  const t = useTexts(words)
  return (
    <Page title={t.privacy} lead={t.privacyLead}>
      {t.parts.map(([title, lines], index) => (
        <Part id={`privacy-${index}`} title={title} key={title}>
          <Lines lines={lines} />
        </Part>
      ))}
    </Page>
  )
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul className="text plain-list">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
