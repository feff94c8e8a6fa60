import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { claimNames } from '@/lib/adjudication/claim-names';
import type { Decision } from '@/lib/adjudication/decision';
import type { KeptDecision } from '@/lib/adjudication/kept-decision';
import { type ParentRef, toParentRef } from '@/lib/adjudication/parent';
import { retryDelay } from '@/lib/delivery/pace';
import { isFinal, troubleOfAnswer, troubleOfThrow } from '@/lib/delivery/trouble';
import { newId } from '@/lib/kernel/ids';
import type { PersonRef } from '@/lib/kernel/person';
import type { Result } from '@/lib/kernel/result';
import { decideDifferences } from '@/lib/review/adjudicating/actions';
import { findShown, keepShown, toShown } from './kept-shown';
import { type Changed, changedMeanwhile } from './meanwhile';
import { seenAfter } from './seen-version';

/** A decision about one comparison, as it is to be; null takes back what is there. */
export type Wanted = {
  readonly key: string;
  readonly parents: readonly (ParentRef & { readonly number: number })[];
  readonly decision: Decision | null;
};

/** What did not go through: the page shows it beside the comparison until somebody decides about that again. */
export type Refused = {
  readonly message: string;
  readonly wanted: Decision | null;
  /** The write it was in: what is refused together is told together. */
  readonly entry: string;
  /** The claims by their names, and their ids: they may be compared with others by now. */
  readonly about: string;
  readonly claimIds: readonly string[];
};

type Entry = { readonly key: string; readonly wanted: readonly Wanted[]; attempts: number };

type DecisionsProps = {
  readonly articleId: string;
  readonly me: PersonRef;
  readonly kept: readonly KeptDecision[];
  readonly version: number;
};

/**
 * The decisions as this person sees them: those the page came with, and over them what they decided since. A decision shows at once
 * and is sent behind it, one after the other, each with a key of its own, until it is answered. What the server refuses is taken off
 * again and told with its reason, and the page is read anew: what somebody else decided stands there then. What they changed of that which
 * this page showed is told too.
 */
export function useDecisions({ articleId, me, kept, version }: DecisionsProps) {
  const router = useRouter();
  const [answered, setAnswered] = useState<ReadonlyMap<string, KeptDecision>>(new Map());
  const [unsaved, setUnsaved] = useState<ReadonlyMap<string, Decision | null>>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map());
  const [trouble, setTrouble] = useState<string | null>(null);
  const [latest, setLatest] = useState(version);
  const queue = useRef<Entry[]>([]);
  const sending = useRef(false);
  const versions = useRef(new Map<string, number>());
  const seen = useRef(version);
  seen.current = Math.max(seen.current, version);

  const [page, setPage] = useState(kept);
  const [compared, setCompared] = useState(false);
  const [changed, setChanged] = useState<ReadonlyMap<string, Changed>>(new Map());
  if (page !== kept) {
    setPage(kept);
    const shown = new Map([...page, ...answered.values()].sort((a, b) => a.version - b.version).map((one) => [one.key, one]));
    const theirs = changedMeanwhile(shown, kept, me.id);
    if (theirs.size > 0) setChanged((had) => new Map([...had, ...theirs]));
  }

  // What a page of this tab showed before it was read anew: what others changed of that is told all the same.
  const compareWithShown = useEffectEvent(() => {
    const theirs = changedMeanwhile(new Map(findShown(articleId, me.id).map((one) => [one.key, one])), kept, me.id);
    if (theirs.size > 0) setChanged((had) => new Map([...theirs, ...had]));
    setCompared(true);
  });
  useEffect(() => compareWithShown(), []);
  useEffect(() => {
    if (!compared) return;
    const stand = [...new Map([...kept, ...answered.values()].sort((a, b) => a.version - b.version).map((one) => [one.key, one])).values()];
    keepShown(articleId, me.id, toShown(stand, changed));
  }, [articleId, me.id, compared, kept, answered, changed]);

  const fromPage = new Map(kept.map((one) => [one.key, one]));
  for (const [key, one] of [...fromPage, ...answered]) versions.current.set(key, Math.max(one.version, versions.current.get(key) ?? 0));

  function find(key: string): KeptDecision | null {
    const [page, own] = [fromPage.get(key) ?? null, answered.get(key) ?? null];
    const stored = page === null || (own !== null && own.version >= page.version) ? own : page;
    if (!unsaved.has(key)) return stored;
    return { key, parents: [], version: stored?.version ?? 0, decision: unsaved.get(key) ?? null, by: me, at: stored?.at ?? new Date(0) };
  }

  function decide(wanted: readonly Wanted[]): void {
    if (wanted.length === 0) return;
    queue.current.push({ key: newId(), wanted, attempts: 0 });
    setUnsaved((had) => new Map([...had, ...wanted.map(({ key, decision }) => [key, decision] as const)]));
    setRefused((had) => without(had, wanted));
    setChanged((had) => without(had, wanted));
    void sendAll();
  }

  async function sendAll(): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    for (let entry = queue.current[0]; entry !== undefined; entry = queue.current[0]) {
      const left = await sendOne(entry);
      if (left !== null) {
        setTrouble(left);
        await new Promise((resolve) => setTimeout(resolve, retryDelay(entry?.attempts ?? 1)));
        continue;
      }
      setTrouble(null);
      queue.current.shift();
      const waiting = new Set(queue.current.flatMap((one) => one.wanted.map(({ key }) => key)));
      const done = entry.wanted.filter(({ key }) => !waiting.has(key));
      setUnsaved((had) => without(had, done));
    }
    sending.current = false;
  }

  /** Why it is to be sent again, or null where it was answered, one way or the other. */
  async function sendOne(entry: Entry): Promise<string | null> {
    entry.attempts += 1;
    const decisions = entry.wanted.map(({ key, parents, decision }) => ({
      parents: parents.map(toParentRef),
      version: versions.current.get(key) ?? 0,
      decision,
    }));
    let result: Result<{ readonly decisions: readonly KeptDecision[]; readonly version: number }>;
    try {
      result = await decideDifferences({ key: entry.key, actorId: me.id, articleId, decisions: decisions as never });
    } catch (thrown) {
      return troubleOfThrow(thrown).message;
    }
    if (result.ok) {
      const { value } = result;
      for (const one of value.decisions) versions.current.set(one.key, one.version);
      setAnswered((had) => new Map([...had, ...value.decisions.map((one) => [one.key, one] as const)]));
      const after = seenAfter(seen.current, value.version);
      if (after === null) router.refresh();
      else {
        seen.current = after;
        setLatest(after);
      }
      return null;
    }
    const why = troubleOfAnswer(result.error, entry.attempts, { patient: true });
    if (!isFinal(why)) return why.message;
    // What was decided on top of it rests on what is not there.
    const keys = new Set(entry.wanted.map(({ key }) => key));
    const fallen = queue.current.slice(1).filter(({ wanted }) => wanted.some(({ key }) => keys.has(key)));
    queue.current = [entry, ...queue.current.slice(1).filter((one) => !fallen.includes(one))];
    const lost = [...fallen.flatMap(({ wanted }) => wanted), ...entry.wanted];
    const facts = { message: result.error.message, entry: entry.key };
    setUnsaved((had) => without(had, lost));
    setRefused(
      (had) =>
        new Map([
          ...had,
          ...lost.map(({ key, decision, parents }) => {
            const claimIds = parents.map(({ id }) => id);
            return [key, { ...facts, wanted: decision, about: claimNames(parents), claimIds }] as const;
          }),
        ]),
    );
    router.refresh();
    return null;
  }

  const isUnsaved = unsaved.size > 0;
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);

  return {
    find,
    decide,
    refused,
    changed,
    trouble,
    isUnsaved,
    version: Math.max(version, latest),
    /** The person goes on from what this shows: what others changed of it was seen. */
    leave: (key: string) => setChanged((had) => without(had, [{ key }])),
    dismiss: (keys: readonly string[]) => {
      const seen = keys.map((key) => ({ key }));
      setRefused((had) => without(had, seen));
      setChanged((had) => without(had, seen));
    },
  };
}

function without<Value>(map: ReadonlyMap<string, Value>, gone: readonly { readonly key: string }[]): ReadonlyMap<string, Value> {
  const left = new Map(map);
  for (const { key } of gone) left.delete(key);
  return left.size === map.size ? map : left;
}
