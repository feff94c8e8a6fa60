import { toCountText, toNumberText } from './counts';

/** The words around what a report says: terms, columns, names of links and pictures. Not every format has each. */
export const LAYOUT = {
  /** What a fact is about, before what is so. */
  terms: {
    chain: 'Chain',
    hedged: 'Hedged',
    reach: 'Reach',
    strength: 'Strength',
    origin: 'Origin',
    flags: 'Flags',
    didTheySaySo: 'Did they say so',
    isItSo: 'Is it so',
    checks: 'Checks',
    attribution: 'Attribution',
    content: 'Content',
    credibility: 'Credibility',
    likelihood: 'Likelihood',
    finding: 'Finding',
    shouldRead: 'Should read',
    toTheAuthor: 'To the author',
    evidence: 'Evidence',
    confidence: 'Confidence',
    note: 'Note',
    state: 'State',
    reason: 'Reason',
    made: 'Made',
    copied: 'Copied',
    lastEdited: 'Last edited',
    approved: 'Approved',
    annotated: 'Annotated',
    madeBy: 'Made by',
    lastEditedBy: 'Last edited by',
    approvedBy: 'Approved by',
    annotatedBy: 'Annotated by',
    writtenBy: 'Written by',
    inTheText: 'In the text',
    asItStands: 'As it stands',
    by: 'By',
    desk: 'Desk',
    text: 'Text',
    steps: 'Steps',
    hash: 'SHA-256',
    textHash: 'SHA-256 of the text',
    sources: 'Sources',
    claims: 'Claims',
    oneOrigin: 'One origin because',
    independent: 'Independent because',
    topic: 'Topic',
  },
  reasonBy: (name: string) => `Reason, by ${name}`,
  independence: (origin: string, independence: string) => `${origin}; independence ${independence}`,
  noneYet: 'none yet',
  none: 'None.',
  nobody: 'nobody',
  confidenceSign: 'confidence',
  onTheArticle: 'On the article',
  madeWith: (program: string) => `Made with ${program}`,
  /** Before the name of the desk. */
  byDesk: ' by ',
  revisionText: (number: number, size: string, imported: string) => `revision ${number}, ${size}, imported ${imported}`,
  codePoints: (count: string) => `${count} code points`,
  codePointsAt: (places: string) => `code points ${places}`,
  claim: (number: number) => `Claim ${number}`,
  /** Before the numbers of claims. */
  claimOne: 'Claim',
  claimsMany: 'Claims',
  /** What a badge is called, of what is seen on it first. */
  badge: (letter: string, number: number, sourceClass: string, confidence: string) =>
    `${letter} ${number}: claim ${number}, ${sourceClass}, confidence ${confidence}`,
  badgePart: (badge: string, part: number) => `${badge}, part ${part}`,
  partOf: (part: number, parts: number) => `, part ${part} of ${parts}`,
  knownAtPartOne: '. What is known of it stands at part 1.',
  claimEnds: (number: number) => ` (end of claim ${number}) `,
  beginningHere: 'Claims beginning here',
  toClaimInText: (number: number) => `To claim ${number} in the text`,
  codePointsToClaim: (number: number) => ` code points, to claim ${number} in the text`,
  toCounted: 'To the claims that this counts',
  toOrigins: 'To the origins',
  toContradictions: 'To the contradictions',
  toClass: 'To the claims of this class',
  contents: 'Contents',
  /** How two claims do not fit: in a sentence, and on the line between them in the picture. */
  conflicts: {
    contradicts: { verb: 'contradicts', between: 'contradicts' },
    tension: { verb: 'is in tension with', between: 'in tension with' },
    divides: (note: string) => `What divides them: ${note}`,
  },
  shouldRead: 'should read',
  /** What a proposal leaves out, and what it puts in, for who hears the text. */
  without: 'without',
  with: 'with',
  picture: 'Picture of where the claims come from',
  knownFromOutside: ', known from outside',
  columns: { letter: 'Letter', class: 'Class', line: 'Line', claim: 'Claim', claims: 'Claims', share: 'Share', inTheText: 'In the text' },
  ledgerColumns: ['Source', 'Presented as', 'Reach', 'Origin', 'Claims'],
  wordsLikeThese: 'words like these',
  /** The bar of the classes: its name, one class of it, and all of it for who does not see it. */
  composition: {
    name: 'Composition by class of source',
    part: (sourceClass: string, claims: string, share: string) => `${sourceClass}: ${claims}, ${share}`,
    summary: (claims: string, parts: readonly string[]) => `${claims} by class of source. ${parts.join('; ')}.`,
  },
  tables: {
    classes: 'Claims by class of source',
    figures: 'Figures of the sourcing label',
  },
  /** Word */
  comments:
    'Each claim has its number before it and a comment on its words; a claim in several places has a comment on each. Where claims overlap, the line and tint are those of the claim that begins later. Footnotes hold the evidence.',
  methodTerms: 'Confidence, reach and strength, origins, places',
  signOff: 'Sign-off',
  /** At the head of every page of a working copy. */
  copyKind: 'Working copy, not a report',
  footer: (revision: number, hash: string) => `Text: revision ${revision}, SHA-256 ${hash}…`,
  page: { before: 'Page ', between: ' of ', after: '' },
  checkedCopy: {
    name: 'Checked copy',
    notice: 'Made from a working copy. What is proposed here comes from its approved claims only.',
    article: 'The article',
    proposed: 'Proposed corrections',
    none: 'No correction is proposed in what this file was made from. The text stands as it was imported.',
    /** How many are tracked changes, and how many stand in comments only. */
    counted: (tracked: number, rest: number) => {
      const shown = `${toCountText(tracked, 'proposed correction')} in the text as tracked changes of the words that differ, to be accepted or refused.`;
      const aside = rest === 0 ? '' : ` ${toCountText(rest, 'proposal')} in ${rest === 1 ? 'a comment' : 'comments'} only.`;
      return `${tracked === 0 ? 'No tracked change.' : shown}${aside} Each bears the number of its claim.`;
    },
  },
  /** Markdown */
  bracketed: 'Words in brackets are a claim; its number stands at its beginning, a link to it at its end.',
  workingCopyStates: (states: string) => `This working copy holds claims in these states: ${states}.`,
  copyHolds: (states: string) => `This copy holds ${states}.`,
  aboutFile: 'About this file',
  offsets: 'Offsets count Unicode code points from the beginning of the text; the end is not included.',
  madeByAt: (name: string, time: string) => `Made by ${name}, ${time}`,
  lastEditedByWho: (name: string) => `Last edited by ${name}`,
  approvedByAt: (name: string, time: string) => `Approved by ${name}, ${time}`,
  writtenByWhat: (program: string) => `Written by ${program}`,
  /** Workbook */
  joining: 'Times are UTC. The sheets join by claim_id and by source_id; what is called C8 has 8 in the column claim.',
  cut: (sheet: string, held: number, all: number) =>
    `The sheet ${sheet} holds ${toNumberText(held)} of ${toNumberText(all)} rows: a sheet holds no more. JSON and CSV hold them all.`,
  /** Several articles */
  many: {
    title: 'Claims of several articles',
    /** Why an article is not among them. */
    leftOut: {
      blind: 'being checked blind',
      unapproved: 'without an approved claim',
      empty: 'without a claim in the states asked for',
      unknown: 'not on this desk',
      gone: 'withdrawn while the file was written',
      failed: 'that could not be read',
    },
  },
  yes: 'yes',
  no: 'no',
} as const;
