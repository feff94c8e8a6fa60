import { toCountText, toListText, toNumberText, toSentenceCase, toWord } from './counts';
import { PARTS } from './parts';

/** What a report says in every format: headings, explanations, limits, what stands at its head and its foot. */

/** The count at the head of a sentence or in it: “one claim”, “seven claims”, “1,970 claims”. */
function claims(count: number): string {
  return count === 1 ? 'one claim' : `${count > 12 ? toNumberText(count) : toWord(count)} claims`;
}

/** A sentence in two halves: the numbers of the claims stand in brackets between them. */
function about(head: (count: string) => string, tail = '.') {
  return (count: number) => ({ head: head(claims(count)), tail });
}

export const REPORT = {
  kinds: { report: 'Sourcing report', working_copy: 'Working copy' },
  /** What a section is called, and what is said of it below its heading. */
  sections: {
    text: { title: 'The article, claim by claim', about: '' },
    checked: {
      title: 'Checked copy',
      about: 'What approved claims propose instead, each with its number. The text itself stands as it was imported.',
    },
    provenance: { title: 'Where it comes from', about: 'From the article on the left to whoever is said to hold it.' },
    sources: { title: 'Who speaks', about: '' },
    origins: { title: 'What they lean on', about: 'Each origin counts once, however often it is mentioned.' },
    conflicts: { title: 'What does not fit', about: '' },
    unattributed: { title: 'Unattributed statements', about: 'What reaches the reader without anybody who says so.' },
    numbers: { title: 'Numbers', about: 'Claims whose own words hold a figure, and what was found about each.' },
    claims: { title: 'Every claim', about: 'In the order of the text. A badge leads to its place there.' },
    figures: { title: 'Behind the figures', about: 'Each figure with the claims that it counts.' },
    method: { title: 'How to read this', about: '' },
    limits: { title: 'Limits and sign-off', about: '' },
  },
  /** The parts that can be left out. */
  parts: PARTS,
  leftOut: (parts: readonly string[]) => `Left out of this file: ${parts.join('; ')}.`,
  withheldWords: {
    people: 'names of checkers and reviewers',
    sources: 'names of people who are sources, but where the article’s own words have them',
    notes: 'notes and reasons of the desk',
    evidence: 'addresses of evidence and places in it',
    questions: 'questions to the author',
  },
  withheld: (words: readonly string[]) => `Withheld: ${words.join('; ')}.`,
  facts: {
    title: 'Sourcing facts',
    origins: 'Origins, at most',
    attested: 'attested to be independent',
    attributions: 'attributions in the text',
    deepest: 'Deepest chain',
    relay: 'Relay not stated where it is used',
    contradictions: 'Contradictions',
    fine: 'A claim is counted by how the article presents who is speaking. Origins count sources that lean on one another once, never mentions; independence is unknown unless attested with a reason. Shares are rounded.',
  },
  method: {
    confidence: {
      title: 'Confidence',
      words: 'Low, moderate or high: how sure the checker is of this tagging. It does not say how likely the claim is.',
    },
    reach: {
      title: 'Reach and strength',
      words:
        'Reach counts the named and unnamed hands between the event and the article. Strength runs from 0 to 5 and is that of the weakest link: 5 own observation or a document that we read, 4 named and direct, 3 relayed by a named outlet, 2 anonymous with a basis of knowledge, 1 anonymous without, 0 nobody.',
    },
    origins: {
      title: 'Origins and independence',
      words:
        'Claims that come through the same newsroom, document or first speaker lean on one origin; so do sources that a person found to belong together.',
    },
    overlap: {
      title: 'Overlapping claims',
      words:
        'Where one claim lies inside another, both lines are drawn, the outer one lower; the tint is that of the claim that begins later.',
    },
    places: {
      title: 'Places',
      words: 'Places in the text count Unicode code points from its beginning; the first number is included, the second is not.',
    },
  },
  /** Before the three states of independence are listed, and after. */
  threeStates: {
    before: ' Independence has three states: ',
    after: '. It is unknown unless a person attested it with a reason, so that the number of origins is the most there can be.',
  },
  independence: { attested: 'attested', shared: 'shown to be shared', unknown: 'unknown' },
  speakerColumns: ['Source', 'How the article presents it', 'Claims', 'Reach', 'Origin', 'Which'],
  wayColumns: ['Told by', 'Who has it from', 'Claims', 'Known from outside', 'Which'],
  waysCaption: 'Every step that claims take, the same as in the picture',
  wayBack: ' (back to where it came from)',
  behind: 'behind',
  graph: {
    stated: 'stated in the claim’s own sentence',
    outside: 'known only from outside it',
    width: 'Width is the number of claims.',
    legend: 'Filled: stated in the claim’s own sentence. Outlined in dashes: known only from outside it. Width is the number of claims.',
    through: (count: number, name: string) => `${toNumberText(count)} through ${name}`,
    inTable: 'the same in the table below',
  },
  noConflicts: 'No contradiction between these claims was noted.',
  noOrigins: 'Nobody is said to report any of these claims.',
  noName: 'an origin without a name',
  noClaims: 'No claims.',
  notAReport: {
    head: 'Not a report.',
    words: (states: readonly string[]) =>
      `This working copy holds claims in these states: ${toListText(states)}. A report holds approved claims only.`,
  },
  closing: {
    report: 'Holds claims that an editor approved, and no others.',
    working_copy: 'A working copy of the desk, not for publication.',
  },
  nothing: {
    report: 'No approved claims yet.',
    working_copy: 'No claims in these states.',
    text: 'The text stands below as it was imported.',
    noneCounts: 'No claim that counts.',
    rejected: 'Every claim here was rejected by an editor.',
  },
  rejectedNotCounted: 'Rejected claims are not counted.',
  notCountedAbove: ' (not counted above)',
  /** The two sentences of the heading. */
  headline: {
    claims: (count: number) => `${toSentenceCase(toWord(count))} ${count === 1 ? 'claim' : 'claims'}.`,
    attributions: (count: number) => `${toSentenceCase(toWord(count))} attribution${count === 1 ? '' : 's'}.`,
    noOrigin: 'No origin.',
    origins: (atMost: number) => `At most ${toWord(atMost)} origin${atMost === 1 ? '' : 's'}.`,
  },
  /** What a figure that stands alone counts: that many, so that a language can let its words agree with it. */
  keyFigures: {
    relay: (_count: number) => ({ before: 'claims that come through ', after: ' do not say so in their own sentence' }),
    noSource: (_count: number) => 'have no source at all, or none that can be told',
    deepest: (_count: number) => 'reach us by the longest way that this article takes',
    contradictions: (_count: number) => 'pairs of claims contradict each other',
    record: (_count: number) => 'say on the record who they come from',
  },
  head: {
    outlet: 'Outlet',
    noOutlet: 'not stated in the text',
    published: 'Published',
    notStated: 'not stated',
    checkedBy: 'Checked by',
    reviewedBy: 'Reviewed by',
    nobodyYet: 'nobody yet',
    checked: 'Checked',
    approved: 'Approved',
    notYet: 'not yet',
    status: 'Status',
    copy: (held: readonly string[]) => (held.length === 0 ? 'working copy, no claims' : `working copy: ${toListText(held)}`),
    scales: 'Scales',
  },
  scales: {
    strength: 'strength of sourcing, 0 to 5',
    confidence: 'confidence, low to high',
    credibility: 'credibility, 1 to 6 (Admiralty scale)',
    likelihood: 'likelihood, seven terms (ICD 203)',
  },
  unattributed: { noSource: 'No source', dropped: 'Attribution dropped', factive: 'Told as fact' },
  unattributedNoSource: 'Nobody is said to say so, or nobody that can be told.',
  numberColumns: ['Claim', 'In figures', 'In these words', 'What was found'],
  /** What checking a claim came to, and on how much evidence. */
  found: (check: string, evidence: number) => (evidence === 0 ? check : `${check}, on ${toCountText(evidence, 'piece')} of evidence`),
  checkedCopyColumns: ['Claim', 'As it stands', 'Should read', 'By'],
  by: (name: string, approver: string, time: string) => `${name}; approved by ${approver}, ${time}`,
  notTracked: {
    several: 'Not shown as a change, because the claim stands in several places.',
    overlaps: (number: number) => `Not shown as a change, because it overlaps with the proposal of C${number}.`,
  },
  steps: {
    none: 'none',
    submit: (count: number) => `${toNumberText(count)} handed in`,
    withdraw: (count: number) => `${toNumberText(count)} withdrawn`,
    approve: (count: number) => `${toNumberText(count)} approved`,
    return: (count: number) => `${toNumberText(count)} returned`,
    reject: (count: number) => `${toNumberText(count)} rejected`,
    reopen: (count: number) => `${toNumberText(count)} reopened`,
    undo_decision: (count: number) => `${toNumberText(count)} decision taken back`,
    all: (kinds: readonly string[], first: string, last: string) => `${kinds.join(', ')}; the first on ${first}, the last on ${last}`,
  },
  questions: 'Questions to the author',
  limits: {
    missing: (highest: number, missing: number) =>
      `Claim numbers run to ${highest}; ${missing} of them ${missing === 1 ? 'is' : 'are'} not in this report: not approved, or taken out.`,
    noAttributionCheck: about((count) => `Whether the source said so was not checked for ${count}`),
    noAttributionChecks: 'Whether the source said so was not checked for any claim.',
    noContentCheck: about((count) => `Whether it is so was not checked for ${count}`),
    noContentChecks: 'Whether it is so was not checked for any claim.',
    untraceable: about((count) => `Whether the source said so cannot be traced for ${count}`),
    uncheckable: about((count) => `Whether it is so cannot be checked by anybody for ${count}`),
    outOfScope: about((count) => `Whether it is so was out of scope for ${count}`),
    onTrust: (names: readonly string[]) => `Taken on trust, not read by us: ${toListText(names)}.`,
    documentOnTrust: (name: string, count: number) => ({
      head: `Taken on trust, not read by us: the document “${name}”, for ${claims(count)}`,
      tail: '.',
    }),
    documentsOnTrust: (names: readonly string[]) =>
      `Taken on trust as well, not read by us: the documents ${toListText(names.map((name) => `“${name}”`))}.`,
    unclear: about((count) => `Where an attribution ends is unclear in ${count}`),
    predictions: (count: number) => ({
      head: toSentenceCase(claims(count)),
      tail: `${count === 1 ? ' is a prediction' : ' are predictions'} and cannot be checked now.`,
    }),
    questions: about((count) => `The author is still to be asked about ${count}`),
    tagged: 'A claim is tagged by how the article presents who is speaking, not by whether it is true.',
    origins: 'Origins are counted at most: what is not known to be shared, or attested to be apart, may still be one.',
    notApproved: {
      report: 'Claims that no editor has approved are neither shown nor counted.',
      working_copy: 'Nobody need have approved what stands here; the state of each claim is beside it.',
    },
    imported: 'The text stands as it was imported. Nothing in it was corrected.',
    importedWithProposals: 'The text stands as it was imported. What is proposed instead was not put into it.',
  },
  notHeld: { report: 'a claim not in this report', working_copy: 'a claim not in this copy' },
  /** `named`: their numbers; `notHeld`: what they do not fit with. */
  outside: (count: number, named: string, notHeld: string) =>
    `${toCountText(count, 'claim')} (${named}) ${count === 1 ? 'does' : 'do'} not fit with ${notHeld}, which is not shown.`,
  retracted: ' (retracted)',
  evidence: {
    head: (kind: string, stance: string) => `${kind}, ${stance}`,
    at: (locator: string) => `at: ${locator}`,
    archived: (url: string) => `archived: ${url}`,
    lookedAt: (day: string) => `looked at on ${day}`,
  },
  gradeDoubt: (doubt: string) => `Grade 1 is not supported by what stands here, because ${doubt}.`,
  likelihood: (term: string, from: number, to: number) => `${term} (${from}–${to} in 100)`,
  /** What stands in the place of what is withheld. */
  redaction: {
    source: (number: number) => `Source ${number}`,
    checker: (number: number) => `Checker ${number}`,
    reviewer: (number: number) => `Reviewer ${number}`,
    somebody: 'somebody withheld',
    ofTheDesk: 'somebody of the desk',
    oneOfThem: 'one of those withheld',
    address: '[address withheld]',
    reason: 'the reason is withheld',
  },
} as const;
