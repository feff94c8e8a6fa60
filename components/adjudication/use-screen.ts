import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Comparison, isAgreed } from '@/lib/adjudication/compare-claims';
import type { Choice, Decision } from '@/lib/adjudication/decision';
import type { Field } from '@/lib/adjudication/field';
import { isSettled } from '@/lib/adjudication/kept-decision';
import { createRetryKey } from '@/lib/delivery/retry-key';
import { sendOnce } from '@/lib/delivery/send-once';
import type { PersonRef } from '@/lib/kernel/person';
import { finishAdjudication } from '@/lib/review/adjudicating/actions';
import { type Command, TAKES } from './adjudicate-keys';
import { chooseField, isText, mergeWords, nextField, takeWhole } from './choosing';
import { useAddress } from './use-address';
import { useDecisions } from './use-decisions';
import { type AdjudicationView, nameOfLink, placedParents, placeOf, standOf } from './view';

type Undoable = readonly { readonly comparison: Comparison; readonly before: Decision | null }[];

export type Screen = ReturnType<typeof useScreen>;

/** Where one is on the page, and what each command does there. */
export function useScreen(articleId: string, me: PersonRef, view: AdjudicationView, at: string | null) {
  const { comparisons, people } = view;
  const router = useRouter();
  const decisions = useDecisions({ articleId, me, kept: view.kept, version: view.version });
  const decisionOf = (comparison: Comparison) => decisions.find(comparison.key)?.decision ?? null;
  const stands = comparisons.map((comparison) => standOf(comparison, decisionOf(comparison)));
  const [chosen, setChosen] = useState(at);
  const [field, setField] = useState<Field | null>(null);
  const [form, setForm] = useState<'none' | 'comment' | null>(null);
  const [undoable, setUndoable] = useState<readonly Undoable[]>([]);
  const [said, setSaid] = useState('');
  const [keysOpen, setKeysOpen] = useState(false);
  const [keys] = useState(() => createRetryKey());
  const [finishing, setFinishing] = useState<'no' | 'sent' | { readonly refused: string }>('no');

  // By its name, so that it stays when others come or go above it.
  const named = placeOf(comparisons, chosen);
  const firstOpen = stands.indexOf('open');
  const index = named !== -1 ? named : Math.max(0, firstOpen);
  const current = comparisons[index] ?? null;
  useAddress(chosen !== null && current !== null ? nameOfLink(current) : null);
  const settled = comparisons.filter((comparison) => isSettled(comparison, decisionOf(comparison))).length;
  const agreements = comparisons.filter((_, place) => stands[place] === 'agreed');

  function goTo(place: number): void {
    const next = comparisons[place];
    if (next === undefined) return;
    if (current !== null && next !== current) decisions.leave(current.key);
    setChosen(nameOfLink(next));
    setField(null);
    setForm(null);
  }

  function goToOpen(direction: 1 | -1, from = index): boolean {
    const order = comparisons.map((_, step) => (from + direction * (step + 1) + comparisons.length * 2) % comparisons.length);
    const next =
      order.find((place) => stands[place] === 'open' && place !== from) ??
      order.find((place) => stands[place] === 'agreed' && place !== from);
    if (next === undefined) return false;
    goTo(next);
    return true;
  }

  function write(changes: readonly { readonly comparison: Comparison; readonly decision: Decision | null }[], undo = true): void {
    if (finishing !== 'sent') setFinishing('no');
    if (undo) setUndoable((had) => [...had, changes.map(({ comparison }) => ({ comparison, before: decisionOf(comparison) }))]);
    decisions.decide(changes.map(({ comparison, decision }) => ({ key: comparison.key, parents: comparison.parents, decision })));
  }

  /** Decides what is shown; where that settles it, the next open difference comes. */
  function settle(decision: Decision | null, stay = false): void {
    if (current === null || decision === null) return;
    setSaid('');
    setForm(null);
    write([{ comparison: current, decision }]);
    if (!stay && isSettled(current, decision) && !goToOpen(1)) setSaid('Everything is decided. Look it over, then finish.');
  }

  function choose(name: Field, choice: Choice): void {
    if (current === null) return;
    const decision = chooseField(current, decisionOf(current), name, choice);
    settle(decision, true);
    const rest = current.differing.filter((one) => decision.kind === 'mix' && decision.choices[one] === undefined);
    setField(rest[0] ?? name);
    if (rest.length === 0) setSaid('All its fields are decided.');
  }

  function take(place: number): void {
    if (current === null) return;
    const parent = placedParents(current, people.length).find((one) => one.place === place)?.parent;
    if (parent === undefined)
      return setSaid(people[place] === undefined ? 'There is no such checker.' : `${people[place]?.name} marked nothing here.`);
    if (field !== null) choose(field, { kind: 'from', claimId: parent.id });
    else settle(takeWhole(current, parent.id));
  }

  function acceptAll(): void {
    if (agreements.length === 0) return setSaid('There is no agreement left to accept.');
    setSaid(agreements.length === 1 ? 'One agreement accepted.' : `${agreements.length} agreements accepted.`);
    write(agreements.map((comparison) => ({ comparison, decision: { kind: 'agreed' } })));
  }

  function undo(): void {
    const last = undoable.at(-1);
    if (last === undefined) return setSaid('There is no decision of yours to undo on this page.');
    setUndoable(undoable.slice(0, -1));
    write(
      last.map(({ comparison, before }) => ({ comparison, decision: before })),
      false,
    );
    setSaid(last.length === 1 ? 'Undone.' : `${last.length} decisions undone.`);
    const [only] = last;
    if (last.length === 1 && only !== undefined) goTo(placeOf(comparisons, nameOfLink(only.comparison)));
  }

  async function finish(): Promise<void> {
    if (finishing === 'sent' || comparisons.length === 0) return;
    if (decisions.isUnsaved) return setFinishing({ refused: 'Your last decisions are still being saved. Try again in a moment.' });
    setFinishing('sent');
    const { version } = decisions;
    const result = await sendOnce(finishAdjudication, { key: keys.for(version), actorId: me.id, articleId, version });
    setFinishing(result.ok ? 'no' : { refused: result.error.message });
    router.refresh();
  }

  function run(command: Command): void {
    const taken = (TAKES as readonly Command[]).indexOf(command);
    if (taken !== -1) return take(taken);
    switch (command as Exclude<Command, (typeof TAKES)[number]>) {
      case 'next':
        return goTo(Math.min(index + 1, comparisons.length - 1));
      case 'previous':
        return goTo(Math.max(index - 1, 0));
      case 'nextOpen':
      case 'previousOpen':
        return goToOpen(command === 'nextOpen' ? 1 : -1) ? undefined : setSaid('There is no other open difference.');
      case 'merge':
        return current === null ? undefined : settle(mergeWords(current, decisionOf(current)), true);
      case 'field':
        return current === null ? undefined : setField(nextField(current, field));
      case 'both':
        return field !== null && isText(field)
          ? choose(field, { kind: 'joined' })
          : setSaid('That is for fields of text. Go to one first.');
      case 'none':
        return setForm('none');
      case 'accept':
        return current !== null && isAgreed(current)
          ? settle({ kind: 'agreed' })
          : setSaid('There is nothing all agree on here. Say which of them, or field by field.');
      case 'acceptAll':
        return acceptAll();
      case 'comment':
        return setForm(form === 'comment' ? null : 'comment');
      case 'undo':
        return undo();
      case 'finish':
        return void finish();
      case 'help':
        return setKeysOpen(true);
      case 'leaveField':
        setField(null);
        return setForm(null);
    }
  }

  return {
    ...{ decisions, decisionOf, stands, index, current, settled, agreements, field, form, said, keysOpen, finishing },
    ...{ goTo, settle, choose, take, run, setKeysOpen, setForm, canUndo: undoable.length > 0 },
  };
}
