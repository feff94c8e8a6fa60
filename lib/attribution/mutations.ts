import 'server-only';
import { checkRange } from '@/lib/anchoring/check-range';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { Direct } from '@/lib/db/direct';
import { refuse } from '@/lib/db/write';
import { appError } from '@/lib/kernel/app-error';
import { required } from '@/lib/kernel/assert';
import { findOrCreateSource } from '@/lib/sources/mutations';
import type { Source } from '@/lib/sources/source';
import { toTextRange } from '@/lib/text/offset';
import { type Chain, checkChain } from './chain';
import type { Cue, Link } from './link';
import type { ChainInput, LinkInput } from './schema';
import { kindForSourceType } from './source-kind';
import { SOURCE_TYPE_FACTS, type SourceType } from './source-type';

type Tagged = { readonly sourceType: SourceType; readonly source: Source | null };
type Scope = { readonly deskId: string; readonly actorId: string; readonly now: Date };

/**
 * The chain that was sent, its sources found or created, its words looked up in the text. Runs inside the write that
 * needs it. Refuses a range the text does not have, a link without the source its type asks for, and what checkChain says.
 */
export function resolveChain(
  direct: Direct,
  scope: Scope,
  { links, text, tag }: { readonly links: ChainInput; readonly text: string; readonly tag: Tagged },
): { readonly chain: Chain; readonly events: readonly AuditEvent[] } {
  const events: AuditEvent[] = [];
  const chain = links.map((link, at): Link => {
    const who = link.tagged ? tag : findLinkSource(direct, scope, link, at, events);
    return {
      ...who,
      tagged: link.tagged,
      relation: link.relation,
      stated: link.stated,
      reading: link.reading,
      cue: link.cue === null ? null : toCue(text, link.cue, at),
      hedges: link.hedges.map(({ kind, ...range }) => ({ ...toCue(text, range, at), kind })),
      anonymity: link.anonymity,
    };
  });
  const fault = checkChain(chain);
  if (fault !== null) return refuse(appError('INVALID', fault, { field: 'details.chain' }));
  return { chain, events };
}

function findLinkSource(direct: Direct, scope: Scope, link: LinkInput, at: number, events: AuditEvent[]): Tagged {
  const sourceType = required(link.sourceType, 'the schema gives every link but the tagged one a type');
  const kind = kindForSourceType(sourceType);
  if (link.source === null) return { sourceType, source: null };
  if (kind === null) {
    const { label } = SOURCE_TYPE_FACTS[sourceType];
    return refuse(appError('INVALID', `Link ${at}: “${label}” has no source.`, { field: `details.chain.${at}` }));
  }
  const found = findOrCreateSource(direct, scope, link.source, kind);
  events.push(...found.events);
  return { sourceType, source: found.source };
}

function toCue(text: string, { start, end }: { readonly start: number; readonly end: number }, at: number): Cue {
  const range = toTextRange(start, end);
  const fault = checkRange(text, range);
  if (fault !== null) return refuse(appError('INVALID', `Link ${at}: ${fault}`, { field: `details.chain.${at}` }));
  return { ...range, quote: text.slice(start, end) };
}
