import type { Decided } from '@/components/review/triage/act';
import type { Claim } from '@/lib/claims/claim';
import type { ClaimState } from '@/lib/claims/claim-state';
import { plainDetails } from '@/lib/claims/details/details';
import type { TagValues } from '@/lib/claims/tag-values';
import { required } from '@/lib/kernel/assert';
import type { Actor } from '@/lib/permissions/roles';
import { NO_BEARING } from '@/lib/review/bearing/bearing';
import type { QueueItem, QueuePage } from '@/lib/review/queue';
import { toTextRange } from '@/lib/text/offset';

export const EDITOR: Actor = { userId: 'editor', name: 'Edith', deskId: 'desk', role: 'editor' };
const CHECKER = { id: 'checker', name: 'Cleo' };

/** A claim on “[Kozak resigned]”, number `number`, submitted that many minutes after nine. */
export function claimOf(number: number, different: Partial<Claim> = {}): Claim {
  const { sourceType = 'named_person', source = { id: 'source', name: 'Kozak', kind: 'person' } } = different;
  return {
    ...plainDetails({ sourceType, source }),
    id: `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    deskId: 'desk',
    articleId: 'article',
    revisionId: 'revision',
    number,
    spans: [{ ...toTextRange(0, 14), quote: 'Kozak resigned', before: '', after: ' on Monday.' }],
    sourceType,
    source,
    confidence: 'moderate',
    note: '',
    state: 'submitted',
    version: 2,
    createdBy: CHECKER,
    lastEditedBy: CHECKER,
    createdAt: new Date('2026-03-01T08:00:00Z'),
    updatedAt: new Date('2026-03-01T09:00:00Z'),
    submittedAt: new Date(Date.UTC(2026, 2, 1, 9, number)),
    reason: null,
    ...different,
  };
}

export function itemOf(number: number, different: Partial<Claim> = {}): QueueItem {
  const claim = claimOf(number, different);
  const standing = { at: claim.submittedAt?.getTime() ?? 0, place: number, strength: 4, apart: 3, entry: number };
  return { claim, article: { id: 'article', title: 'Kozak' }, bearing: NO_BEARING, approveRefusal: null, standing };
}

/** A page of the claims with these numbers; `total` counts others too when given. */
export function pageOf(numbers: readonly number[], total = numbers.length): QueuePage {
  return { items: numbers.map((number) => itemOf(number)), next: null, total };
}

/** The claim as the server has it one or more versions later. */
export function later({ claim }: QueueItem, state: ClaimState, versions = 1): Claim {
  return { ...claim, state, version: claim.version + versions };
}

export const APPROVE: Decided = { kind: 'approve' };

export function numbersOf(items: readonly QueueItem[]): readonly number[] {
  return items.map(({ claim }) => claim.number);
}

export function fixOf(different: Partial<TagValues> = {}): TagValues {
  return {
    spans: [{ start: 0, end: 14 }],
    sourceType: 'named_person',
    source: { id: 'source', name: 'Kozak', kind: 'person' },
    confidence: 'moderate',
    note: '',
    ...different,
  };
}

export function at<Value>(values: readonly Value[], index: number): Value {
  return required(values[index], `there is a value at ${index}`);
}

/** The browser's storage, without a browser. */
export function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
