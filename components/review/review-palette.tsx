import { useRouter } from 'next/navigation';
import { CommandPalette } from '@/components/ui/command-palette';
import type { PaletteItem } from '@/components/ui/rank-commands';
import { useSingleKeys } from '@/components/ui/single-keys';
import type { SavedView } from '@/lib/review/views/view';
import { QUEUE_PATH } from './queue-filters';
import { type Command, type KeyedCommand, REVIEW_TABLE } from './review-keys';
import { useReviewMap } from './single-key';

const COMMANDS = (Object.keys(REVIEW_TABLE) as readonly KeyedCommand[]).filter((name) => name !== 'palette');
const NEEDS_CLAIM: ReadonlySet<KeyedCommand> = new Set(['next', 'previous', 'approve', 'fix', 'return', 'reject', 'open']);

type ReviewPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** False where no claim is in the list. */
  hasClaim: boolean;
  views: readonly SavedView[];
  /** To another list of the queue. */
  onGo: (href: string) => void;
  onCommand: (command: Command) => void;
  onLeave: () => void;
};

/** Every command of the review screen, and the way to the other pages. */
export function ReviewPalette({ open, onOpenChange, hasClaim, views, onGo, onCommand, onLeave }: ReviewPaletteProps) {
  const router = useRouter();
  const keys = useReviewMap();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const commands = COMMANDS.map(
    (name): PaletteItem => ({
      id: name,
      group: 'Review',
      label: REVIEW_TABLE[name].does,
      keys: keys.prints(name),
      unavailable: !hasClaim && NEEDS_CLAIM.has(name) ? 'No claim is in the list.' : null,
      run: () => onCommand(name),
    }),
  );
  const go = (label: string, href: string): PaletteItem => ({ id: href, group: 'Go to', label, run: () => router.push(href) });
  const items: readonly PaletteItem[] = [
    ...commands,
    ...views.map(({ id, name, query }): PaletteItem => ({ id, group: 'Views', label: name, run: () => onGo(`${QUEUE_PATH}?${query}`) })),
    {
      id: 'single-keys',
      group: 'Keys',
      label: singleKeys ? 'Switch single keys off' : 'Switch single keys on',
      run: () => setSingleKeys(!singleKeys),
    },
    go('Desk', '/'),
    go('Sources', '/sources'),
    go('Figures', '/figures'),
    go('Calibration', '/calibration'),
    go('Search', '/search'),
    go('New article', '/articles/new'),
    go('Change the keys', '/keys#review'),
  ];
  return (
    <CommandPalette title="Commands" placeholder="Find a command" items={items} open={open} onOpenChange={onOpenChange} onLeave={onLeave} />
  );
}
