import { handWords } from '@/lib/attribution/hand';
import { required } from '@/lib/kernel/assert';
import type { ClaimPair, RelayUse, SourcingLabel } from './label';

/** A sentence of the label, in pieces: those with claims open them. The pieces put together are the sentence. */
export type LabelSentence = { readonly about: SentenceTopic; readonly parts: readonly SentencePart[] };

export type SentencePart = { readonly text: string; readonly claimIds: readonly string[] | null };

export type SentenceTopic =
  | 'claims'
  | 'attributions'
  | 'origins'
  | 'largest_origin'
  | 'relay'
  | 'other_relay'
  | 'record'
  | 'no_source'
  | 'deepest'
  | 'contradictions'
  | 'tensions'
  | 'circular';

/** So many relays beside the largest get a sentence; the table has them all. */
const OTHER_RELAYS_MAX = 3;

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/**
 * The label in sentences, most telling first; only those that have something to say, so none for no claims. Counts, never
 * shares, and “at most” before any number of origins. A second relay “stands apart” only where a person attested it.
 */
export function labelSentences(label: SourcingLabel): readonly LabelSentence[] {
  if (label.claimIds.length === 0) return [];
  return [
    about('claims', [figure(countOf(label.claimIds.length, 'claim'), label.claimIds), plain('.')]),
    ...attributionSentence(label),
    originSentence(label),
    ...largestOriginSentence(label),
    ...relaySentences(label),
    recordSentence(label),
    ...noSourceSentence(label),
    ...deepestSentence(label),
    ...pairSentence('contradictions', label.contradictions, PAIR_WORDS.contradictions),
    ...pairSentence('tensions', label.tensions, PAIR_WORDS.tensions),
    ...circularSentence(label),
  ];
}

export function sentenceText({ parts }: LabelSentence): string {
  return parts.map(({ text }) => text).join('');
}

function about(topic: SentenceTopic, parts: readonly SentencePart[]): LabelSentence {
  return { about: topic, parts };
}

function plain(text: string): SentencePart {
  return { text, claimIds: null };
}

function figure(text: string, claimIds: readonly string[]): SentencePart {
  return { text, claimIds };
}

function countOf(count: number, noun: string): string {
  return `${digits(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** 1,970, as everywhere on the page. */
function digits(count: number): string {
  return count.toLocaleString('en');
}

function attributionSentence({ attributions }: SourcingLabel): readonly LabelSentence[] {
  if (attributions.length === 0) return [];
  const claimIds = attributions.flatMap((attribution) => attribution.claimIds);
  return [about('attributions', [figure(countOf(attributions.length, 'attribution'), claimIds), plain('.')])];
}

function originSentence({ origins }: SourcingLabel): LabelSentence {
  if (origins.atMost === 0) return about('origins', [plain('No origin: nobody is said to report it.')]);
  const attested = origins.all.filter(({ independence }) => independence === 'attested');
  return about('origins', [
    plain('At most '),
    figure(
      countOf(origins.atMost, 'origin'),
      origins.all.flatMap(({ claimIds }) => claimIds),
    ),
    plain(', '),
    figure(
      `${digits(origins.attested)} attested`,
      attested.flatMap(({ claimIds }) => claimIds),
    ),
    plain('.'),
  ]);
}

/** Said where most claims hang on one origin that no single relay stands for. */
function largestOriginSentence({ origins, relays, claimIds }: SourcingLabel): readonly LabelSentence[] {
  const [first, ...rest] = origins.all;
  if (first === undefined || rest.length === 0) return [];
  const largest = rest.reduce((most, origin) => (origin.claimIds.length > most.claimIds.length ? origin : most), first);
  const count = largest.claimIds.length;
  if (count < 2 || count <= (relays[0]?.claimIds.length ?? 0)) return [];
  const names = largest.groups.map(({ name }) => name).join(', ');
  const head = figure(`${digits(count)} of its ${digits(claimIds.length)} claims`, largest.claimIds);
  return [about('largest_origin', [head, plain(names === '' ? ' lean on one origin.' : ` lean on one origin, “${names}”.`)])];
}

function relaySentences({ relays, claimIds }: SourcingLabel): readonly LabelSentence[] {
  const [largest, ...others] = relays;
  if (largest === undefined) return [];
  const count = largest.claimIds.length;
  const head =
    claimIds.length === 1
      ? [figure('Its only claim', largest.claimIds), plain(' leans on one relay, ')]
      : [
          figure(`${digits(count)} of its ${digits(claimIds.length)} claims`, largest.claimIds),
          plain(count === 1 ? ' leans on one relay, ' : ' lean on one relay, '),
        ];
  return [
    about('relay', [...head, plain(largest.source.name), ...silenceParts(largest), plain('.')]),
    ...others.slice(0, OTHER_RELAYS_MAX).map((other) => otherRelaySentence(other, largest)),
  ];
}

/** The end of a relay's sentence: in how many claims it stays unsaid. */
function silenceParts({ claimIds, silent }: RelayUse): readonly SentencePart[] {
  if (silent.length === 0) return [];
  if (claimIds.length === 1) return [plain(', and '), figure('does not say so', silent), plain(' in its own sentence')];
  if (silent.length === claimIds.length) return [plain(', and '), figure('none of those', silent), plain(' says so in its own sentence')];
  const rest = silent.length === 1 ? ' does not say so in its own sentence' : ' do not say so in their own sentence';
  return [plain(', and '), figure(`${digits(silent.length)} of those`, silent), plain(rest)];
}

function otherRelaySentence({ source, origin, claimIds }: RelayUse, largest: RelayUse): LabelSentence {
  const claims = figure(countOf(claimIds.length, 'claim'), claimIds);
  if (origin !== null && origin === largest.origin) {
    const told = new Set(largest.claimIds);
    if (claimIds.every((id) => told.has(id))) {
      return about('other_relay', [
        plain(`${source.name} stands behind `),
        figure(`${digits(claimIds.length)} of those`, claimIds),
        plain('.'),
      ]);
    }
    return about('other_relay', [plain(`${source.name} leans on the same origin: `), claims, plain('.')]);
  }
  if (origin?.independence === 'attested') return about('other_relay', [plain(`${source.name} stands apart: `), claims, plain('.')]);
  return about('other_relay', [plain(`${source.name} brings `), claims, plain('; whether it stands apart is not known.')]);
}

function recordSentence({ classes }: SourcingLabel): LabelSentence {
  const { claimIds } = required(
    classes.find(({ sourceClass }) => sourceClass === 'record'),
    'a label counts every class',
  );
  if (claimIds.length === 0) return about('record', [plain('No claim is on the record.')]);
  const verb = claimIds.length === 1 ? ' is' : ' are';
  return about('record', [figure(countOf(claimIds.length, 'claim'), claimIds), plain(`${verb} on the record.`)]);
}

function noSourceSentence({ noSource: { claimIds, ownVoice } }: SourcingLabel): readonly LabelSentence[] {
  if (claimIds.length === 0) return [];
  const head = [figure(countOf(claimIds.length, 'claim'), claimIds), plain(claimIds.length === 1 ? ' has' : ' have')];
  if (ownVoice.length === 0) return [about('no_source', [...head, plain(' no source at all.')])];
  const all = ownVoice.length === claimIds.length;
  const voice = all
    ? [plain(` no source at all, and ${ownVoice.length === 1 ? 'is' : 'all are'} stated in the article’s own voice.`)]
    : [
        plain(' no source at all, and '),
        figure(`${ownVoice.length} of those`, ownVoice),
        plain(`${ownVoice.length === 1 ? ' is' : ' are'} stated in the article’s own voice.`),
      ];
  return [about('no_source', [...head, ...voice])];
}

/** First hand is as near as it gets: there is nothing to say of it. */
function deepestSentence({ deepest }: SourcingLabel): readonly LabelSentence[] {
  if (deepest === null || deepest.hand < 2) return [];
  const { hand, claimIds } = deepest;
  const verb = claimIds.length === 1 ? ' reaches' : ' reach';
  return [
    about('deepest', [
      figure(countOf(claimIds.length, 'claim'), claimIds),
      plain(`${verb} us ${handWords(hand)}, the deepest this article goes.`),
    ]),
  ];
}

const PAIR_WORDS = {
  contradictions: { two: ' contradict each other.', one: ' contradicts ', many: 'contradictions' },
  tensions: { two: ' are in tension with each other.', one: ' is in tension with ', many: 'tensions' },
} as const;

function pairSentence(
  topic: 'contradictions' | 'tensions',
  pairs: readonly ClaimPair[],
  words: (typeof PAIR_WORDS)[keyof typeof PAIR_WORDS],
): readonly LabelSentence[] {
  const [first, ...rest] = pairs;
  if (first === undefined) return [];
  if (rest.length === 0) return [about(topic, [figure('Two claims', first), plain(words.two)])];
  const claimIds = [...new Set(pairs.flat())];
  const centre = first.find((id) => rest.every((pair) => pair.includes(id)));
  if (centre === undefined)
    return [about(topic, [figure(`${pairs.length} ${words.many} among ${claimIds.length} claims`, claimIds), plain('.')])];
  const others = claimIds.filter((id) => id !== centre);
  const number = NUMBER_WORDS[others.length] ?? String(others.length);
  return [about(topic, [figure('One claim', [centre]), plain(words.one), figure(`${number} others`, others), plain('.')])];
}

function circularSentence({ circular }: SourcingLabel): readonly LabelSentence[] {
  if (circular.length === 0) return [];
  const verb = circular.length === 1 ? ' goes' : ' go';
  return [
    about('circular', [
      figure(countOf(circular.length, 'claim'), circular),
      plain(`${verb} round in a circle, through sources that cite each other.`),
    ]),
  ];
}
