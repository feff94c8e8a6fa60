/**
 * What a link does with what comes from behind it: the article publishes, a newspaper reports, a person says.
 * `factive` verbs present what they introduce as established (Kiparsky and Kiparsky 1970): "reveals", "it is known".
 * One that `speaks` says that it comes from there; the others say what is felt or known there (speaking.ts).
 */
export const LINK_RELATIONS = [
  'publishes',
  'reports',
  'says',
  'states',
  'asserts',
  'indicates',
  'notes',
  'reveals',
  'confirms',
  'proposes',
  'urges',
  'denies',
  'tells',
  'writes',
  'holds_attitude',
  'observes',
  'is_known',
] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

export const LINK_RELATION_FACTS: Readonly<
  Record<LinkRelation, { readonly label: string; readonly factive: boolean; readonly speaks: boolean }>
> = {
  publishes: { label: 'publishes', factive: false, speaks: true },
  reports: { label: 'reports', factive: false, speaks: true },
  says: { label: 'says', factive: false, speaks: true },
  states: { label: 'states', factive: false, speaks: true },
  asserts: { label: 'asserts', factive: false, speaks: true },
  indicates: { label: 'indicates', factive: false, speaks: true },
  notes: { label: 'notes', factive: true, speaks: true },
  reveals: { label: 'reveals', factive: true, speaks: true },
  confirms: { label: 'confirms', factive: true, speaks: true },
  proposes: { label: 'proposes', factive: false, speaks: true },
  urges: { label: 'urges', factive: false, speaks: true },
  denies: { label: 'denies', factive: false, speaks: true },
  tells: { label: 'tells somebody', factive: false, speaks: true },
  writes: { label: 'writes', factive: false, speaks: true },
  holds_attitude: { label: 'is said to think or feel', factive: false, speaks: false },
  observes: { label: 'saw or heard it', factive: false, speaks: true },
  is_known: { label: 'it is known that', factive: true, speaks: false },
};
