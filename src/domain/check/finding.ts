// A finding: something a static check of a pathway objects to, and where.

/** `check` names the check (`routingTotal`), `at` the place in the pathway (`routing/R5c`), `problem` says it in English words. */
export type Finding = { readonly check: string; readonly at: string; readonly problem: string }
