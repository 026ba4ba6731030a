// A document in the form it was asked for: data for a screen, a page, or a file to print.
import type { PaperDocument } from '../contract/documents.ts'
import { documentPage } from '../documents/as-html.ts'
import { pageHeaders, pageMediaType, pageText } from '../documents/page.ts'
import { pdfMediaType, pdfOf } from '../documents/pdf.ts'
import type { Success } from './serve.ts'

/** `data`: what is sent as JSON, where that is more than the document. */
export async function documentAs(
  format: 'json' | 'html' | 'pdf',
  document: PaperDocument,
  fileName: string,
  data: unknown = document,
): Promise<Success> {
  switch (format) {
    case 'json':
      return { body: data }
    case 'html':
      return { body: pageText(documentPage(document)), mediaType: pageMediaType, headers: pageHeaders }
    case 'pdf':
      // Never a name of a person: a name of a file lives on in folders and in the list of downloads.
      return {
        body: await pdfOf(document),
        mediaType: pdfMediaType,
        headers: { 'content-disposition': `inline; filename="${fileName}.pdf"` },
      }
  }
}
