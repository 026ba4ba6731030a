// Words: what people read. Dutch is the source, English complete; B1 is plain Dutch for the older adult.
export type Language = 'nl' | 'en'
export type Words = { readonly nl: string; readonly en: string }
/** Words that an older adult reads or hears too; `b1` addresses the person as "u". */
export type PlainWords = Words & { readonly b1: string }
