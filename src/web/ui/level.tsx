// The level of risk: a word, with three blocks that repeat it. Never a probability.
export type LevelName = 'low' | 'moderate' | 'high' | 'undetermined'

const blocks: { readonly [level in LevelName]: number } = { low: 1, moderate: 2, high: 3, undetermined: 0 }

export const Level = ({ level, words }: { readonly level: LevelName; readonly words: string }) => (
  <span className="risk">
    <i aria-hidden="true">
      {[1, 2, 3].map((block) => (
        <b key={block} className={block <= blocks[level] ? 'on' : ''} />
      ))}
    </i>
    {words}
  </span>
)
