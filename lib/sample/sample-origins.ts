import type { OriginGroup } from '@/lib/attribution/origin-group';
import { SOURCE_TYPE_FACTS, toSourceClass } from '@/lib/attribution/source-type';
import { required } from '@/lib/kernel/assert';
import type { Annotation } from './annotation';

/** An origin group whose sources are still names. */
export type SampleOrigin = Pick<OriginGroup, 'name' | 'reason' | 'attested'> & { readonly sourceNames: readonly string[] };

/**
 * The origins that the annotation ties, each named after the newsroom it comes from, and Reuters apart. In a tied origin
 * are the newsrooms and the anonymous sources of its claims' chains; who is only quoted behind them (Kozak) is not, for
 * others may have heard them too.
 */
export function toSampleOrigins({ sources, claims, relations }: Annotation): readonly SampleOrigin[] {
  const tied = relations.flatMap(({ type, claims: ids, origin, note = '' }) => {
    if (type !== 'same_origin' || ids === undefined || origin === undefined) return [];
    const links = claims.filter(({ id }) => ids.includes(id)).flatMap(({ chain }) => chain.map(({ sourceId }) => sourceId));
    const members = [...new Set(links)].filter((id) => leansOnIt(required(sources[id], 'the annotation knows its sources').type));
    const sourceNames = members.map((id) => sources[id]?.name ?? '');
    return { name: `The ${sources[origin]?.name.replace(/^The /u, '')} story`, sourceNames, reason: toReason(note), attested: null };
  });
  return [...tied, REUTERS];
}

/** The note without the annotation's own ids, which mean nothing on a desk, as whole sentences. */
function toReason(note: string): string {
  const words = note.replace(/ \(a\d[^)]*\)/u, '').replace(/\ba\d \(impersonal\)/u, 'The impersonal one');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/u.test(words) ? '' : '.'}`;
}

function leansOnIt(type: Annotation['sources'][string]['type']): boolean {
  const sourceClass = toSourceClass(type);
  return (sourceClass === 'relay' || sourceClass === 'anonymous') && SOURCE_TYPE_FACTS[type].source === 'required';
}

const REUTERS: SampleOrigin = {
  name: 'Reuters, 2022',
  sourceNames: ['Reuters'],
  reason: '',
  attested: 'Reuters reported it in 2022, three years before the New York Times story, on its own sources.',
};
