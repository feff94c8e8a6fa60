import { RemoteNote } from '@/components/ui/remote-note';
import { saveDeskNote } from '@/lib/claims/desk-note/actions';
import { type DeskNoteServer, deskNoteField } from '@/lib/claims/desk-note/desk-note';
import { readDeskNote } from '@/lib/claims/desk-note/requests';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { newId } from '@/lib/kernel/ids';
import { useSession } from '../session/session-context';

const SERVER: DeskNoteServer = { read: readDeskNote, save: saveDeskNote, whyNoAnswer: (thrown) => troubleOfThrow(thrown).message };

/** What the desk keeps to itself about the claim. None of the claim's own writes: it goes straight to the server or not at all. */
export function DeskNote({ claimId }: { claimId: string }) {
  const { userId } = useSession().data.actor;
  return <RemoteNote newKey={newId} {...deskNoteField({ userId, claimId }, SERVER)} />;
}
