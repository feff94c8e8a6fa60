import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import type { Chain } from '@/lib/attribution/chain';
import { chainLine } from '@/lib/attribution/chain-words';
import { isOutside, type Link } from '@/lib/attribution/link';
import { toSourceClass } from '@/lib/attribution/source-type';
import { strengthOf } from '@/lib/attribution/strength';
import { rowName } from './change-link';
import { LinkFields } from './link-fields';
import { type ChainActs, useChainEditor } from './use-chain-editor';

type ChainEditorProps = {
  chain: Chain;
  onChange: (chain: Chain) => void;
  /** The sentence of the claim, for guessing names. */
  sentence: string;
  /** What stood in the way of saving, and at which link. */
  fault: { readonly at: number | null; readonly message: string } | null;
  /** How the tag is changed from here, in words. */
  tagHint: string;
};

/** The chain, link by link. One link shows its fields; the others are their names. */
export function ChainEditor({ chain, onChange, sentence, fault, tagHint }: ChainEditorProps) {
  const acts = useChainEditor(chain, onChange);
  const { setOpenAt } = acts;
  const { weakest } = strengthOf(chain);
  useEffect(() => {
    if (fault?.at != null) setOpenAt(fault.at);
  }, [fault, setOpenAt]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Alt with an arrow moves the link the keyboard is in
    <div className="chain-editor" data-field="chain" onKeyDown={acts.onKeyDown}>
      <p className="chain-line">
        <span className="sr-only">It reads: </span>
        <bdi>{chainLine(chain)}</bdi>
      </p>
      <ol ref={acts.list} className="chain chain-edit" aria-label="Chain, outermost first">
        {chain.map((link, at) => (
          <ChainRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain
            key={at}
            link={link}
            at={at}
            weak={chain.length > 1 && link === weakest}
            acts={acts}
            sentence={sentence}
            tagHint={tagHint}
          />
        ))}
      </ol>
      <Button size="s" className="chain-add" onClick={() => acts.add(chain.length)}>
        Add a link at the end
      </Button>
      <p className="form-error" aria-live="polite">
        {fault?.message ?? ''}
      </p>
      <p className="chain-said" aria-live="polite">
        {acts.said}
      </p>
    </div>
  );
}

type ChainRowProps = { link: Link; at: number; weak: boolean; acts: ChainActs; sentence: string; tagHint: string };

function ChainRow({ link, at, weak, acts, sentence, tagHint }: ChainRowProps) {
  const { openAt, setOpenAt, dragging } = acts;
  const name = rowName(link, at);
  const open = openAt === at;
  const movable = at > 0;
  return (
    <li
      data-link={at}
      data-c={toSourceClass(link.sourceType)}
      data-outside={isOutside(link.stated) || undefined}
      data-weak={weak || undefined}
      data-dragged={dragging?.from === at || undefined}
      data-drop={dragging !== null && dragging.over === at && dragging.from !== at ? (dragging.from < at ? 'after' : 'before') : undefined}
    >
      <span className="node" aria-hidden="true" />
      <button
        type="button"
        className="chain-open"
        aria-expanded={open}
        data-first={link.tagged || undefined}
        onClick={() => setOpenAt(open ? null : at)}
      >
        <bdi className="truncate">{name}</bdi>
        {link.tagged ? <span className="chain-tag">tag</span> : null}
        {weak ? <span className="chain-weakest">weakest</span> : null}
      </button>
      {movable ? (
        <span className="chain-acts">
          <button type="button" className="chain-handle" tabIndex={-1} aria-label={`Drag ${name}`} {...acts.handleOf(at)}>
            <span aria-hidden="true">⠿</span>
          </button>
          {link.tagged ? null : (
            <button type="button" className="chain-remove" aria-label={`Remove ${name}`} onClick={() => acts.remove(at)}>
              <span aria-hidden="true">×</span>
            </button>
          )}
        </span>
      ) : null}
      {open ? <LinkFields link={link} at={at} acts={acts} sentence={sentence} tagHint={tagHint} /> : null}
    </li>
  );
}
