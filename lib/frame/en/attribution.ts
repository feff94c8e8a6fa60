import { toListText } from './counts';

/** Who speaks, and how it came here. */

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const;

function ordinalOf(count: number): string {
  return ORDINALS[count - 1] ?? `${count}${ordinalEnding(count)}`;
}

function ordinalEnding(count: number): string {
  const tens = count % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[count % 10] ?? 'th';
}

export const ATTRIBUTION = {
  /** `short` beside its class; `unnamed` in the source's place where nobody is named, in the middle of a sentence. */
  types: {
    named_person: { label: 'Named person', short: 'person', unnamed: 'no source given' },
    named_organization: { label: 'Named organisation', short: 'organisation', unnamed: 'no source given' },
    news_organization: { label: 'News organisation', short: 'news organisation', unnamed: 'no source given' },
    document: { label: 'Document', short: 'document', unnamed: 'no source given' },
    anonymous_source: { label: 'Anonymous, described', short: 'described', unnamed: 'no source given' },
    unspecified_source: { label: 'Anonymous, bare', short: 'bare “sources”', unnamed: 'bare “sources”' },
    unnamed_person: { label: 'Unnamed person', short: 'person', unnamed: 'no source given' },
    unnamed_group: { label: 'Unnamed group', short: 'group', unnamed: 'no source given' },
    author: { label: 'Article’s own voice', short: 'article’s voice', unnamed: 'the article’s own voice' },
    impersonal: { label: 'Impersonal', short: 'impersonal', unnamed: 'nobody named: impersonal' },
    unresolved: { label: 'Unresolved', short: 'unresolved', unnamed: 'nobody named: unresolved' },
  },
  classes: {
    record: 'On the record',
    relay: 'News relay',
    document: 'Document',
    anonymous: 'Anonymous',
    unnamed: 'Unnamed',
    none: 'No source',
  },
  hedges: {
    vague_quantity: 'Vague quantity',
    vague_time: 'Vague time',
    adverb: 'Adverb of doubt',
    modal_verb: 'Modal verb (may, might, could, would)',
    weak_verb: 'Weak reporting verb',
    factive_verb: 'Verb that presents it as fact',
    attempt: 'Attempt, not outcome',
    concession: 'Concession',
    impersonal: 'Nobody named as knowing',
    presupposition: 'Presupposition',
  },
  /** Words of others, in this language's marks. */
  quoted: (words: string) => `“${words}”`,
  /** From a name to the one it has it from: it points the other way where words run from right to left. */
  arrow: ' ← ',
  /** Where every chain begins. */
  article: 'article',
  knownFromOutside: 'known from outside',
  readByUs: 'read by us',
  takenOnTrust: 'taken on trust',
  retracted: 'retracted',
  nobodyNamed: 'nobody named',
  hand: (hand: number) => `${ordinalOf(hand)} hand`,
  /** Several at once: “second and third hand”. */
  hands: (hands: readonly number[]) => `${toListText(hands.map(ordinalOf))} hand`,
  /**
   * The link that decides how strong a claim is, and why. `words` is its name. “The weakest link is sources close to …”: said this way
   * round, nobody has to know whether they are one or several.
   */
  strength: {
    sentence: (value: number, because: string) => `${value} of 5: ${because}`,
    documentRead: (words: string) => `we have read ${words} ourselves.`,
    documentOnTrust: (words: string) => `${words} is a named document, which we have not read.`,
    observed: (words: string) => `${words} saw or heard it, with nobody between.`,
    direct: (words: string) => `${words} is named and speaks directly.`,
    relayed: (words: string) => `the weakest link is ${words}, a named outlet that relays it.`,
    behindAnother: (words: string) => `the weakest link is ${words}, named, but known only through others.`,
    unnamedWithBasis: (words: string, basis: string) => `the weakest link is ${words}, not named, but how they know is said: “${basis}”.`,
    unnamed: (words: string) => `the weakest link is ${words}, not named, and how they know is not said.`,
    bare: (words: string) => `the weakest link is ${words}, not described at all.`,
    impersonalWords: (words: string) => `the weakest link is ${words}, which names nobody.`,
    impersonal: 'nobody is named as knowing it.',
    unresolved: 'an attribution is there, but who it points to cannot be told.',
    ownVoice: 'the article says it in its own voice, and nobody else is named.',
  },
} as const;
