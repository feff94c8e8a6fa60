/**
 * What a link does with what comes from behind it: the article publishes, a newspaper reports, a person says.
 * `factive` verbs present what they introduce as established (Kiparsky and Kiparsky 1970): "reveals", "it is known".
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

export const LINK_RELATION_FACTS: Readonly<Record<LinkRelation, { readonly label: string; readonly factive: boolean }>> = {
  publishes: { label: 'publishes', factive: false },
  reports: { label: 'reports', factive: false },
  says: { label: 'says', factive: false },
  states: { label: 'states', factive: false },
  asserts: { label: 'asserts', factive: false },
  indicates: { label: 'indicates', factive: false },
  notes: { label: 'notes', factive: true },
  reveals: { label: 'reveals', factive: true },
  confirms: { label: 'confirms', factive: true },
  proposes: { label: 'proposes', factive: false },
  urges: { label: 'urges', factive: false },
  denies: { label: 'denies', factive: false },
  tells: { label: 'tells somebody', factive: false },
  writes: { label: 'writes', factive: false },
  holds_attitude: { label: 'is said to think or feel', factive: false },
  observes: { label: 'saw or heard it', factive: false },
  is_known: { label: 'it is known that', factive: true },
};
