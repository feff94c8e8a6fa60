import { useLayoutEffect, useRef, useState } from 'react';
import { toBlocks } from '@/lib/anchoring/blocks';
import { toPressed } from '@/lib/keys/press';
import { findCommand } from '../keymap';
import { chooseClaim, pressClaim } from '../session/open-acts';
import type { Session } from '../session/session';
import { useSession } from '../session/session-context';
import { addWords, spansInHand } from '../session/span-acts';
import { TEXT_COMMANDS } from '../session/text-commands';
import { isLongText } from './long-text';
import { toRange } from './selected';
import { createSurface } from './surface';

/** Blocks the server writes, so that the text is there before the script is. More than any window shows. */
const FIRST_BLOCKS = 40;

/** The article itself. */
export function ArticleText({ onReady }: { onReady: () => void }) {
  const session = useSession();
  const { text } = session.data.revision;
  const place = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState(false);

  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const surface = createSurface(element, text, {
      onSelect: (selected) => session.selected.set(selected),
      onKey: (event) => runTextKey(session, event),
      onMarks: (ids, event) => chooseClaim(session, ids, { x: event.clientX, y: event.clientY }),
      onBadge: (claimId) => pressClaim(session, claimId),
      onFurtherWords: (before, now) => addWords(session, spansInHand(session) === null ? [toRange(before), toRange(now)] : [toRange(now)]),
    });
    const detach = session.attach(surface);
    setMounted(true);
    onReady();
    // After the first paint: the text is there, its sentences can wait.
    const joins = setTimeout(() => surface.drawJoins(session.sentences()), isLongText(text) ? 400 : 0);
    // The main thing on the page has the keyboard, unless the person is already elsewhere, or has none.
    if (document.activeElement === document.body && matchMedia('(pointer: fine)').matches) surface.dom.focus({ preventScroll: true });
    return () => {
      clearTimeout(joins);
      detach();
      surface.destroy();
    };
  }, [session, text, onReady]);

  return (
    <>
      <div ref={place} className={isLongText(text) ? 'blocks long' : 'blocks'} />
      {mounted ? null : <FirstBlocks text={text} />}
    </>
  );
}

/** Runs what a key stands for in the text; true when it was taken. */
export function runTextKey(session: Session, event: KeyboardEvent): boolean {
  const command = event.isComposing ? null : findCommand('text', toPressed(event));
  if (command === null) return false;
  TEXT_COMMANDS[command](session);
  event.preventDefault();
  return true;
}

function FirstBlocks({ text }: { text: string }) {
  const first = toBlocks(text).slice(0, FIRST_BLOCKS);
  return (
    <div className="blocks">
      {first.map(({ kind, start, end }) => {
        const Block = kind === 'title' ? 'h1' : 'p';
        return (
          <Block key={start} dir="auto">
            {text.slice(start, end)}
          </Block>
        );
      })}
    </div>
  );
}
