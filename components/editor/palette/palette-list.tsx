import { useRouter } from 'next/navigation';
import { CommandPalette } from '@/components/ui/command-palette';
import { useSession, useView } from '../session/session-context';
import { useKeys } from '../use-keys';
import { foundItems, paletteItems } from './palette-items';

/** The palette while it is open. `onLeave` puts the focus where it was, before a command runs. */
export function PaletteItems({ onLeave }: { onLeave: () => void }) {
  const session = useSession();
  const { tool } = useView();
  const keys = useKeys();
  const router = useRouter();
  const go = (href: string) => router.push(href);
  if (tool?.kind !== 'palette') return null;
  return (
    <CommandPalette
      title="Commands"
      placeholder="Find a command, or a claim by its number or words"
      items={paletteItems(session, keys, go)}
      more={(query) => foundItems(session, query, go)}
      open
      onOpenChange={(next) => {
        // What a command opened stays open.
        if (!next && session.view.get().tool?.kind === 'palette') session.patch({ tool: null });
      }}
      onLeave={onLeave}
    />
  );
}
