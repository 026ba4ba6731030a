// What a command asks for, read from its schema in the contract: so a form never asks for something else than the server takes.
import * as z from 'zod'
import { type CommandType, commandPayloads } from '../../domain/commands.ts'

export type Asked =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly values: readonly string[]; readonly numbers: boolean }
  | { readonly kind: 'text' }
  | { readonly kind: 'number' }
  | { readonly kind: 'day' }
  /** One of a list that only the screen knows: a code, an account, the flags that are open. */
  | { readonly kind: 'code'; readonly several: boolean }

export type AskedField = { readonly name: string; readonly asked: Asked; readonly optional: boolean; readonly emptyAs?: null }

const plain = (schema: z.ZodType): { schema: z.ZodType; optional: boolean } => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return { schema: plain(schema.unwrap() as z.ZodType).schema, optional: true }
  return { schema, optional: false }
}

function askedBy(schema: z.ZodType): Asked {
  if (schema instanceof z.ZodBoolean || (schema instanceof z.ZodLiteral && schema.value === true)) return { kind: 'yesNo' }
  if (schema instanceof z.ZodEnum) return { kind: 'choice', values: schema.options.map(String), numbers: false }
  if (schema instanceof z.ZodUnion) {
    const values = schema.options.flatMap((option) => (option instanceof z.ZodLiteral ? [String(option.value)] : []))
    return { kind: 'choice', values, numbers: true }
  }
  if (schema instanceof z.ZodNumber) return { kind: 'number' }
  if (schema instanceof z.ZodISODate) return { kind: 'day' }
  if (schema instanceof z.ZodArray) return { kind: 'code', several: true }
  const patterned = schema instanceof z.ZodString && schema.def.checks?.some((check) => 'pattern' in check._zod.def) === true
  return patterned ? { kind: 'code', several: false } : { kind: 'text' }
}

/** In the order of the schema, without what the path says already. Commands of several shapes have screens of their own. */
export function fieldsOf(type: CommandType): readonly AskedField[] {
  const payload: z.ZodType = commandPayloads[type]
  if (!(payload instanceof z.ZodObject)) return []
  return (
    Object.entries(payload.shape as { readonly [name: string]: z.ZodType })
      // What was put off is said on the screen where it is decided on.
      .filter(([name]) => name !== 'assignmentId' && name !== 'notNow')
      .map(([name, given]) => {
        const { schema, optional } = plain(given)
        // What may be empty, but not left out.
        const named = given instanceof z.ZodNullable ? { emptyAs: null } : {}
        return { name, asked: askedBy(schema), optional, ...named }
      })
  )
}
