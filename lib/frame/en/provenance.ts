import type { Said } from '../said';
import { toCountText, toListText, toNumberText } from './counts';

/** The sourcing label in sentences, who speaks, and the graph. Counts, never shares, and “at most” before any number of origins. */

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

function claims(count: number): { readonly text: string; readonly figure: 'claims' } {
  return { text: toCountText(count, 'claim'), figure: 'claims' };
}

/** The end of a relay's sentence: in how many of its claims it stays unsaid. */
function silence(count: number, silent: number): Said<'silent'> {
  if (silent === 0) return [];
  if (count === 1) return [', and ', { text: 'does not say so', figure: 'silent' }, ' in its own sentence'];
  if (silent === count) return [', and ', { text: 'none of those', figure: 'silent' }, ' says so in its own sentence'];
  const rest = silent === 1 ? ' does not say so in its own sentence' : ' do not say so in their own sentence';
  return [', and ', { text: `${toNumberText(silent)} of those`, figure: 'silent' }, rest];
}

function paired(one: string, two: string, many: string) {
  return {
    /** A single pair. */
    two: (): Said<'pair'> => [{ text: 'Two claims', figure: 'pair' }, two],
    /** One claim is in all of the pairs. */
    around: (others: number): Said<'centre' | 'others'> => [
      { text: 'One claim', figure: 'centre' },
      one,
      { text: `${NUMBER_WORDS[others] ?? String(others)} others`, figure: 'others' },
      '.',
    ],
    among: (pairs: number, count: number): Said<'claims'> => [{ text: `${pairs} ${many} among ${count} claims`, figure: 'claims' }, '.'],
  };
}

export const PROVENANCE = {
  label: {
    claims: (count: number): Said<'claims'> => [claims(count), '.'],
    attributions: (count: number): Said<'claims'> => [{ text: toCountText(count, 'attribution'), figure: 'claims' }, '.'],
    noOrigin: 'No origin: nobody is said to report it.',
    origins: (atMost: number, attested: number): Said<'all' | 'attested'> => [
      'At most ',
      { text: toCountText(atMost, 'origin'), figure: 'all' },
      ', ',
      { text: `${toNumberText(attested)} attested`, figure: 'attested' },
      '.',
    ],
    /** `name` is that of its group, or null. */
    largestOrigin: (count: number, all: number, name: string | null): Said<'claims'> => [
      { text: `${toNumberText(count)} of its ${toNumberText(all)} claims`, figure: 'claims' },
      name === null ? ' lean on one origin.' : ` lean on one origin, “${name}”.`,
    ],
    relay: (count: number, all: number, name: string, silent: number): Said<'claims' | 'silent'> => [
      ...(all === 1
        ? [{ text: 'Its only claim', figure: 'claims' } as const, ' leans on one relay, ']
        : [
            { text: `${toNumberText(count)} of its ${toNumberText(all)} claims`, figure: 'claims' } as const,
            count === 1 ? ' leans on one relay, ' : ' lean on one relay, ',
          ]),
      name,
      ...silence(count, silent),
      '.',
    ],
    /** The same claims as the largest relay's, or some of them. */
    relayBehind: (name: string, count: number): Said<'claims'> => [
      `${name} stands behind `,
      { text: `${toNumberText(count)} of those`, figure: 'claims' },
      '.',
    ],
    relayOfSameOrigin: (name: string, count: number): Said<'claims'> => [`${name} leans on the same origin: `, claims(count), '.'],
    relayApart: (name: string, count: number): Said<'claims'> => [`${name} stands apart: `, claims(count), '.'],
    relayUnknown: (name: string, count: number): Said<'claims'> => [
      `${name} brings `,
      claims(count),
      '; whether it stands apart is not known.',
    ],
    noRecord: 'No claim is on the record.',
    record: (count: number): Said<'claims'> => [claims(count), `${count === 1 ? ' is' : ' are'} on the record.`],
    /** `own`: how many of them are told in the article's own voice. */
    noSource: (count: number, own: number): Said<'claims' | 'own'> => {
      const head = [claims(count), count === 1 ? ' has' : ' have'] as const;
      if (own === 0) return [...head, ' no source at all.'];
      const verb = own === 1 ? 'is' : 'are';
      if (own === count) return [...head, ` no source at all, and ${own === 1 ? 'is' : 'all are'} stated in the article’s own voice.`];
      return [
        ...head,
        ' no source at all, and ',
        { text: `${own} of those`, figure: 'own' },
        ` ${verb} stated in the article’s own voice.`,
      ];
    },
    /** `hand`: “third hand”. */
    deepest: (count: number, hand: string): Said<'claims'> => [
      claims(count),
      `${count === 1 ? ' reaches' : ' reach'} us ${hand}, the deepest this article goes.`,
    ],
    contradictions: paired(' contradicts ', ' contradict each other.', 'contradictions'),
    tensions: paired(' is in tension with ', ' are in tension with each other.', 'tensions'),
    circular: (count: number): Said<'claims'> => [
      claims(count),
      `${count === 1 ? ' goes' : ' go'} round in a circle, through sources that cite each other.`,
    ],
  },
  /** How the article presents a source, for the middle of a sentence. */
  presented: {
    outlet: 'named outlet, relayed',
    named: 'named',
    document: 'named document',
    described: 'described',
    bare: 'not described at all',
    person: 'a person without a name',
    group: 'a group without names',
    ownVoice: 'no attribution',
    impersonal: 'impersonal',
    unresolved: 'an attribution that leads to nobody',
    feeling: 'a feeling ascribed to them',
    spokenOf: 'spoken of, not said to speak',
    /** After what it is. */
    behind: (names: readonly string[]) => ` behind ${names.join(', ')}`,
    onlyThroughOthers: ', known only through others',
    inSomeThroughOthers: (through: number, all: number) => `, in ${through} of ${all} claims through others`,
    asked: { number: 'number', reason: 'reason', basis: 'basis' },
    one: 'one',
    notGiven: (what: readonly string[]) => `${toListText(what)} not given`,
    numberGiven: (number: string) => `number given: ${number}`,
    basisGiven: (basis: string) => `basis given: “${basis}”`,
    reasonGiven: (reason: string) => `reason given: “${reason}”`,
  },
  /** How far away somebody's claims are, where no hand says it. */
  reach: { ownVoice: 'own voice', nobodyReports: 'nobody reports it' },
  readInSome: (read: number, all: number) => `read by us in ${read} of ${all} claims`,
  /** Names of the graph that are nobody's, and what stands under a name. */
  graph: {
    article: 'The article',
    nobody: 'Nobody: the article’s own voice',
    others: (count: number) => `${count} others`,
    behind: (names: readonly string[]) => `behind ${names.join(', ')}`,
    notStated: 'not stated in the claim',
    statedInNone: (claims: number) => `stated in none of the ${claims} claims`,
    statedIn: (stated: number, silent: number) => `stated in ${stated} ${stated === 1 ? 'claim' : 'claims'}, silent in ${silent}`,
  },
} as const;
