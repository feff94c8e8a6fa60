import type { Claim } from '@/lib/claims/claim';
import type { Result } from '@/lib/kernel/result';
import type { NextPage } from './queue';

/** What the browser asks our own routes about the queue. `query` is that of the queue's address. Null when no answer comes. */

export async function findQueueTotal(query: string): Promise<number | null> {
  return ask<number>(`/api/review/total?${query}`);
}

export async function findNextPage(query: string): Promise<NextPage | null> {
  const page = await ask<NextPage>(`/api/review/next?${query}`);
  if (page === null) return null;
  return {
    ...page,
    items: page.items.map((item) => ({ ...item, claim: withTimes(item.claim) })),
    steps: page.steps.map((step) => ({ ...step, at: new Date(step.at) })),
  };
}

/** Times come as text. */
function withTimes(claim: Claim): Claim {
  const { createdAt, updatedAt, submittedAt, reason } = claim;
  return {
    ...claim,
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    submittedAt: submittedAt === null ? null : new Date(submittedAt),
    reason: reason === null ? null : { ...reason, at: new Date(reason.at) },
  };
}

async function ask<Value>(address: string): Promise<Value | null> {
  try {
    const result = (await (await fetch(address)).json()) as Result<Value>;
    return result.ok ? result.value : null;
  } catch {
    // Offline, or a page that is no JSON: what is there stays as it is.
    return null;
  }
}
