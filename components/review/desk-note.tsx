import { RemoteNote } from '@/components/ui/remote-note';
import { saveDeskNote } from '@/lib/claims/desk-note/actions';
import { type DeskNoteServer, deskNoteField } from '@/lib/claims/desk-note/desk-note';
import { readDeskNote } from '@/lib/claims/desk-note/requests';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { newId } from '@/lib/kernel/ids';
import { DetailSection } from './detail/detail-section';

const SERVER: DeskNoteServer = { read: readDeskNote, save: saveDeskNote, whyNoAnswer: (thrown) => troubleOfThrow(thrown).message };

/** What the desk keeps to itself about the claim. No decision carries it: it goes straight to the server or not at all. */
export function DeskNote({ claimId, userId }: { claimId: string; userId: string }) {
  return (
    <DetailSection title="Desk note" aside="never in a report">
      <RemoteNote newKey={newId} {...deskNoteField({ userId, claimId }, SERVER)} />
    </DetailSection>
  );
}
