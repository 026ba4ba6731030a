// Excel files made part by part, so that a test can make any of them wrong.
import { strToU8, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export type Parts = { readonly [path: string]: string | Uint8Array }

/** `sheet`: what stands in `<sheetData>`. Style 1 is a date. */
export const xlsxParts = (sheet: string, second = ''): Parts => ({
  '[Content_Types].xml': `${opening}<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `${opening}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${opening}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Aanbod" sheetId="1" r:id="rId1"/><sheet name="Jan &amp; Piet" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${opening}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${opening}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `${opening}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml': `${opening}<worksheet xmlns="${main}"><sheetData>${second}</sheetData></worksheet>`,
})

export const zipOf = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part])),
  )

/** A row of texts, from the first column on. */
export const textRow = (number: number, texts: readonly string[]): string =>
  `<row r="${number}">${texts.map((text, index) => `<c r="${String.fromCharCode(65 + index)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
