/** The parts of a report that can be left out. Apart from what a report says, which the menus that offer them need not load. */
export const PARTS = {
  label: 'Sourcing label, and what is behind its figures',
  text: 'The article, claim by claim',
  checked: 'Checked copy',
  provenance: 'Where it comes from, as a picture',
  sources: 'Who speaks, and what they lean on',
  conflicts: 'What does not fit',
  unattributed: 'Unattributed statements',
  numbers: 'Numbers',
  claims: 'Every claim',
  method: 'How to read this',
} as const;
