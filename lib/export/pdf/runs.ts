import { chainLine, chainParts, glossParts } from '@/lib/attribution/chain-words';
import { nameWords } from '@/lib/attribution/link-name';
import { SOURCE_CLASS_FACTS, type SourceClass, toSourceClass } from '@/lib/attribution/source-type';
import type { Frame } from '@/lib/frame/frame';
import type { ReportClaim } from '@/lib/report/model';
import { entryId, nameOfBadge, textId } from '../html-parts';
import { INK_2 } from './palette';
import type { Link, Run } from './paragraph';
import { run } from './sheet';

/** The words that sections share, as runs. Sizes are in points. */

/** Text where each name finds its own direction: isolated, as `bdi` does (UAX #9, FSI and PDI). */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

export function toEntry(claim: ReportClaim, { layout }: Frame): Link {
  return { to: entryId(claim), name: layout.claim(claim.number) };
}

/** The badge of a claim: leads to its entry, or from the entry to its place in the text. */
export function badgeRun(claim: ReportClaim, size: number, link: Link | null, frame: Frame, place: string | null = null): Run {
  const sourceClass = toSourceClass(claim.sourceType);
  const number = String(claim.number);
  const width = size * (1.18 + 0.5 + number.length * 0.62) + 3;
  return {
    ...run('\ufffc', size, 'bold'),
    link: link === null ? null : { ...link, name: nameOfBadge(claim, frame) },
    badge: { letter: SOURCE_CLASS_FACTS[sourceClass].letter, number, key: sourceClass, width, place },
  };
}

/** The letter of a class alone. */
export function classRun(sourceClass: SourceClass, size: number): Run {
  const { letter } = SOURCE_CLASS_FACTS[sourceClass];
  return { ...run('\ufffc', size, 'bold'), badge: { letter, number: '', key: sourceClass, width: size * 1.5 + 3, place: null } };
}

export function backToText(claim: ReportClaim, { layout }: Frame, part = 0): Link {
  return { to: textId(claim, part), name: layout.toClaimInText(claim.number) };
}

/** Beyond so many, the numbers of claims are words and no links: a file of links that nobody clicks helps nobody. */
const LINKED_MAX = 60;

/** Numbers of claims, each leading to its entry where they are few enough to be followed. */
export function numberRuns(claims: readonly ReportClaim[], size: number, frame: Frame): readonly Run[] {
  if (claims.length > LINKED_MAX) return [run(claims.map(({ number }) => number).join(' '), size, 'regular', INK_2)];
  return claims.flatMap((claim, at) => [
    { ...run(String(claim.number), size), link: toEntry(claim, frame) },
    ...(at === claims.length - 1 ? [] : [run(' ', size)]),
  ]);
}

/** The chain in words; what is known from outside the claim's sentence is underlined in dashes. */
export function chainRuns(chain: ReportClaim['chain'], size: number, { attribution }: Frame): readonly Run[] {
  const parts = chainParts(chain, attribution);
  if (parts.length === 0) return [run(chainLine(chain, attribution), size, 'regular', INK_2)];
  return [
    run(attribution.article, size, 'regular', INK_2),
    ...parts.flatMap(({ words, asides, outside }) => [
      run(attribution.arrow, size, 'regular', INK_2),
      { ...run(isolated(words), size), dashed: outside },
      ...(asides === '' ? [] : [run(asides, size, 'regular', INK_2)]),
    ]),
  ];
}

/** The chain in few words, for beside the text: names known from outside in italics. */
export function glossRuns(chain: ReportClaim['chain'], size: number, { attribution }: Frame): readonly Run[] {
  return glossParts(chain, attribution).flatMap((part, at) => [
    ...(at === 0 ? [] : [run(' › ', size, 'regular', INK_2)]),
    part.outside
      ? { ...run(isolated(nameWords(part, attribution)), size, 'italic', INK_2), dashed: true }
      : run(isolated(nameWords(part, attribution)), size, 'bold'),
  ]);
}
