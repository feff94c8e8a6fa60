import { z } from 'zod';
import { type Chain, newLink } from '@/lib/attribution/chain';
import { SOURCE_TYPE_FACTS, SOURCE_TYPES } from '@/lib/attribution/source-type';
import { required } from '@/lib/kernel/assert';
import { readSample } from '../../factories/sample';
import { aSource } from './links';

const annotationInput = z.object({
  sources: z.record(z.string(), z.object({ name: z.string(), type: z.enum(SOURCE_TYPES) })),
  claims: z.array(
    z.object({
      id: z.string(),
      chain: z.array(z.object({ sourceId: z.string(), explicit: z.boolean() })),
      sourceType: z.enum(SOURCE_TYPES),
      flags: z.array(z.string()),
    }),
  ),
});

export type SampleChain = {
  readonly id: string;
  readonly chain: Chain;
  readonly flags: readonly string[];
  readonly relations: readonly [];
};

/** The worked annotation's chains as they are: who stands behind whom, with the annotation's own source ids, without relations. */
export function readSampleChains(): readonly SampleChain[] {
  const { sources, claims } = annotationInput.parse(readSample().annotation);
  return claims.map(({ id, chain, sourceType, flags }) => {
    const types = chain.map(({ sourceId }) => required(sources[sourceId], `the annotation knows ${sourceId}`).type);
    const mark = types.indexOf(sourceType);
    const links = chain.map(({ sourceId, explicit }, at) => {
      const type = types[at] ?? 'unresolved';
      const named = SOURCE_TYPE_FACTS[type].source !== 'none';
      const source = named ? { ...aSource(sources[sourceId]?.name ?? '', type), id: sourceId } : null;
      const stated = explicit ? ('in_text' as const) : ('from_outside' as const);
      return { ...newLink({ sourceType: type, source }, at === mark), stated };
    });
    return { id, chain: links, flags, relations: [] };
  });
}
