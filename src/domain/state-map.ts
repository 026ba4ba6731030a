// The state map: how cases that run on the version before go on in this one. Every state and every deadline has its place, as data.

/** From each state or deadline of the version before to one of this version. States by their path: `progress.decision`, `sent`. */
export type Renaming = { readonly [before: string]: string }

export type StateMap = {
  /** The version before, `v1`. */
  readonly version: string
  readonly case: Renaming
  readonly assignment: Renaming
  readonly deadlines: { readonly case: Renaming; readonly assignment: Renaming }
}
