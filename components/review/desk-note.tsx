import { usePart } from '@/components/ui/use-part';
import { DetailSection } from './detail/detail-section';

const load = () => import('./desk-note-field');

/** What the desk keeps to itself about the claim. No decision carries it: it goes straight to the server or not at all. */
export function DeskNote({ claimId, userId }: { claimId: string; userId: string }) {
  const part = usePart(load, true);
  return (
    <DetailSection title="Desk note" aside="never in a report">
      {part === null ? <p className="text-ink-3">Being read…</p> : <part.DeskNoteField claimId={claimId} userId={userId} />}
    </DetailSection>
  );
}
