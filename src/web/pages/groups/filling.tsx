// What is filled in now, of which meeting, and what came of it.
import type { Group } from '../../../contract/groups.ts'
import { shortDate } from '../../text/dates.ts'
import { useLanguage, useTexts } from '../../text/language.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import type { Sheet } from './use-sheet.ts'
import { words } from './words.ts'

export function Filling({ group: { meetings }, sheet }: { readonly group: Group; readonly sheet: Sheet }) {
  const t = useTexts(words)
  const { language } = useLanguage()
  const { column, asked, told, problem, notBegun } = sheet
  const meeting = meetings[column]
  const day = (on: string): string => shortDate(on, language)
  const state = (): string => {
    if (sheet.waits(column)) return t.waitsHere
    if (asked.length > 0) return t.filled(told.length, asked.length)
    if (meeting?.held === false) return t.firstMeeting(day(meeting.heldOn))
    return t.allFilled
  }
  if (meeting === undefined) return null
  return (
    <>
      <div className="spread filling">
        <p>
          <strong>{t.filling(meeting.number, day(meeting.heldOn))}</strong> <span className="mute">{state()}</span>
        </p>
        {asked.length === 0 ? null : (
          <p className="btns">
            <Button onPress={sheet.everybody} shortcut="I">
              {t.everybody}
            </Button>
            {told.length === 0 ? null : (
              <>
                <Button look="main" onPress={() => void sheet.record()}>
                  {t.save(meeting.number)}
                </Button>
                <Button look="quiet" onPress={sheet.clear}>
                  {t.clear}
                </Button>
              </>
            )}
          </p>
        )}
      </div>
      {problem === undefined ? null : (
        <Note look="warn" alert>
          <p>
            <strong>{problem.title}</strong>
          </p>
          <p>{problem.detail}</p>
        </Note>
      )}
      {notBegun.length === 0 ? null : (
        <Note>
          <p>{t.notBegun(notBegun.map(({ name }) => name).join(', '))}</p>
        </Note>
      )}
    </>
  )
}
