// The kinds by which a timeline can be filtered.
export const eventKinds = ['contact', 'measurement', 'report', 'assignment', 'safety', 'correction', 'deadline', 'step'] as const
export type EventKind = (typeof eventKinds)[number]
