// The papers of a case: the plan, the invitation, and of each assignment its letter and its report.
import { Link } from '@tanstack/react-router'
import type { CaseFile } from '../../../contract/cases.ts'
import { getInvitation, getLetter, getReport } from '../../../contract/documents.ts'
import { useTexts } from '../../text/language.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { type DocumentLink, DocumentLinks } from '../../ui/document-links.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Part } from '../../ui/page.tsx'
import { words } from './words.ts'

export function Papers({ file }: { readonly file: CaseFile }) {
  const t = useTexts(words)
  const { caseId } = file
  const documents: readonly DocumentLink[] = [
    { name: t.invitation, operation: getInvitation, params: { caseId } },
    ...file.assignments.flatMap(({ assignmentId, name, state }): DocumentLink[] => [
      { name: t.letter(name), operation: getLetter, params: { caseId, assignmentId } },
      ...(state.code === 'reported' ? [{ name: t.report(name), operation: getReport, params: { caseId, assignmentId } }] : []),
    ]),
  ]
  return (
    <Part id="papers" title={t.papers} count={documents.length}>
      <DocumentLinks documents={documents} />
    </Part>
  )
}

export const PrintPlan = ({ caseId }: { readonly caseId: string }) => {
  const t = useTexts(words)
  return (
    <Link className={buttonClass('plain')} to="/cases/$caseId/plan" params={{ caseId }}>
      <Icon name="print" />
      {t.plan}
    </Link>
  )
}
