// The sheet for who has a low risk: what keeps one steady, in plain Dutch, to print and take home.
import { useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { words } from './words.ts'

export function Tips() {
  const { tips, printTips } = useTexts(words)
  return (
    <section className="tips" aria-labelledby="tips">
      <div className="spread">
        <h2 id="tips">{tips.title}</h2>
        <Button look="main" onPress={() => window.print()}>
          {printTips}
        </Button>
      </div>
      <p>{tips.intro}</p>
      <ul>
        {tips.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <strong>{tips.fell}</strong>
      </p>
      <p>{tips.again}</p>
    </section>
  )
}
