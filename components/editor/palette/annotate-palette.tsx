import { useEffect, useEffectEvent, useRef } from 'react';
import { isForOverlay } from '@/components/ui/keys-elsewhere';
import { usePart } from '@/components/ui/use-part';
import { toPressed } from '@/lib/keys/press';
import { findCommand } from '../keymap';
import { loadTools } from '../load-tools';
import { useSession, useView } from '../session/session-context';

/** Every command of the page, from wherever the keyboard is: the text, a form, a field. */
export function AnnotatePalette() {
  const session = useSession();
  const { tool } = useView();
  const from = useRef<Element | null>(null);
  const tools = usePart(loadTools, tool?.kind === 'palette');

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || findCommand('text', toPressed(event)) !== 'palette') return;
    // A dialog is answered first.
    if (isForOverlay(event)) return;
    event.preventDefault();
    from.current = document.activeElement;
    session.patch({ tool: { kind: 'palette' } });
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return tools === null ? null : (
    <tools.PaletteItems
      onLeave={() => {
        if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
        else session.surface()?.focus();
        from.current = null;
      }}
    />
  );
}
