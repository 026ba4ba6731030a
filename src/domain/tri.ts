// Three-valued logic (Kleene): unknown is neither yes nor no, and stays unknown until something else decides.
export type Tri = 'yes' | 'no' | 'unknown'

export const not = (a: Tri): Tri => (a === 'yes' ? 'no' : a === 'no' ? 'yes' : 'unknown')
export const triOf = (holds: boolean): Tri => (holds ? 'yes' : 'no')
