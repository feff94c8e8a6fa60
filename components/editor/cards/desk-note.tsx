import { RemoteNote } from '@/components/ui/remote-note';
import { saveDeskNote } from '@/lib/claims/desk-note/actions';
import { DESK_NOTE_HINT, DESK_NOTE_MAX, toNoteTold, toSavedTold, toUnsaved } from '@/lib/claims/desk-note/desk-note';
import { readDeskNote } from '@/lib/claims/desk-note/requests';
import { troubleOfThrow } from '@/lib/delivery/trouble';
import { newId } from '@/lib/kernel/ids';
import { useSession } from '../session/session-context';

/** What was typed and not saved, by person and claim: in this page's memory, never in the browser's storage. */
const unsent = new Map<string, string>();

/** What the desk keeps to itself about the claim. None of the claim's own writes: it goes straight to the server or not at all. */
export function DeskNote({ claimId }: { claimId: string }) {
  const { userId } = useSession().data.actor;
  return (
    <RemoteNote
      label="Desk note"
      hint={DESK_NOTE_HINT}
      maxLength={DESK_NOTE_MAX}
      read={async (signal) => toNoteTold(await readDeskNote(claimId, signal))}
      save={(text, version, key) =>
        saveDeskNote({ key, actorId: userId, claimId, version, text }).then(
          (result) => toSavedTold(result, text),
          (thrown: unknown) => toUnsaved(troubleOfThrow(thrown).message),
        )
      }
      newKey={newId}
      unsent={unsent}
      place={`${userId} ${claimId}`}
    />
  );
}
