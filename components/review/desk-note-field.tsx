import { RemoteNote } from '@/components/ui/remote-note';
import { saveDeskNote } from '@/lib/claims/desk-note/actions';
import { type DeskNoteServer, deskNoteField } from '@/lib/claims/desk-note/desk-note';
import { readDeskNote } from '@/lib/claims/desk-note/requests';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { newId } from '@/lib/kernel/ids';

const SERVER: DeskNoteServer = { read: readDeskNote, save: saveDeskNote, whyNoAnswer: (thrown) => troubleOfThrow(thrown).message };

/** The note itself, loaded apart from the page: it is asked for after the claim is shown. */
export function DeskNoteField({ claimId, userId }: { claimId: string; userId: string }) {
  return <RemoteNote newKey={newId} {...deskNoteField({ userId, claimId }, SERVER)} />;
}
