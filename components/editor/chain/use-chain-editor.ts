import { type KeyboardEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Chain, insertLink, moveLink, removeLink } from '@/lib/attribution/chain';
import { CHAIN_MAX, type Link } from '@/lib/attribution/link';
import { freshLink, rowName } from './change-link';
import { useDragOrder } from './use-drag-order';

const VOICE_STAYS = 'Every chain begins with the article’s own voice: it stays where it is.';

/** What can be done to a chain, and which of its links shows its fields. Refusals are sentences; nothing is lost by one. */
export function useChainEditor(chain: Chain, onChange: (chain: Chain) => void) {
  const list = useRef<HTMLOListElement>(null);
  const [openAt, setOpenAt] = useState<number | null>(null);
  const [said, setSaid] = useState('');

  /** Draws the change at once and has the keyboard follow it, or the next key would act on another link. */
  function take(next: Chain | null, refusal: string, { at, open, words, control }: After): void {
    if (next === null) {
      setSaid(refusal);
      return;
    }
    flushSync(() => {
      onChange(next);
      setOpenAt(open);
      setSaid(words);
    });
    list.current?.querySelector<HTMLElement>(`[data-link="${at}"] ${control}`)?.focus();
  }

  const nameAt = (at: number) => rowName(chain[at] as Link, at);

  function add(at: number): void {
    const refusal = `A chain has at most ${CHAIN_MAX} links: nobody can check so many hands.`;
    take(insertLink(chain, at, freshLink(chain, at)), refusal, { at, open: at, words: `Link ${at} added.`, control: 'select' });
  }

  function remove(at: number): void {
    const refusal = at === 0 ? VOICE_STAYS : 'This link is the claim’s own source. Another source is chosen in the form.';
    const to = Math.min(at, chain.length - 2);
    take(removeLink(chain, at), refusal, { at: to, open: null, words: `${nameAt(at)} removed.`, control: '.chain-open' });
  }

  function move(from: number, to: number): void {
    const refusal = from === 0 || to === 0 ? VOICE_STAYS : `${nameAt(from)} is at the end of the chain already.`;
    const open = openAt === from ? to : null;
    take(moveLink(chain, from, to), refusal, { at: to, open, words: `${nameAt(from)} is link ${to} now.`, control: '.chain-open' });
  }

  function change(at: number, link: Link): void {
    onChange(chain.map((old, place) => (place === at ? link : old)));
    setSaid('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined || !(event.target instanceof HTMLElement)) return;
    const at = Number(event.target.closest<HTMLElement>('[data-link]')?.dataset.link ?? Number.NaN);
    if (Number.isNaN(at)) return;
    event.preventDefault();
    event.stopPropagation();
    move(at, at + step);
  }

  const { dragging, handleOf } = useDragOrder(list, move);
  return { list, openAt, setOpenAt, said, add, remove, move, change, onKeyDown, dragging, handleOf };
}

type After = { readonly at: number; readonly open: number | null; readonly words: string; readonly control: string };

export type ChainActs = ReturnType<typeof useChainEditor>;
