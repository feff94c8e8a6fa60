import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef } from 'react';
import { CommandPalette } from '@/components/ui/command-palette';
import { toPressed } from '@/lib/keys/press';
import { findCommand } from '../keymap';
import { useSession, useView } from '../session/session-context';
import { useKeys } from '../use-keys';
import { foundItems, paletteItems } from './palette-items';

/** Every command of the page, from wherever the keyboard is: the text, a form, a field. */
export function AnnotatePalette() {
  const session = useSession();
  const { tool } = useView();
  const keys = useKeys();
  const router = useRouter();
  const from = useRef<Element | null>(null);
  const open = tool?.kind === 'palette';

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || findCommand('text', toPressed(event)) !== 'palette') return;
    // A dialog is answered first.
    if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]') !== null) return;
    event.preventDefault();
    from.current = document.activeElement;
    session.patch({ tool: { kind: 'palette' } });
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const go = (href: string) => router.push(href);
  return (
    <CommandPalette
      title="Commands"
      placeholder="Find a command, or a claim by its number or words"
      items={open ? paletteItems(session, keys, go) : []}
      more={(query) => foundItems(session, query, go)}
      open={open}
      onOpenChange={(next) => {
        // What a command opened stays open.
        if (!next && session.view.get().tool?.kind === 'palette') session.patch({ tool: null });
      }}
      onLeave={() => {
        if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
        else session.surface()?.focus();
        from.current = null;
      }}
    />
  );
}
