import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { versionChanges } from '@/lib/claims/version-changes';
import { pastOf } from './status-words';
import type { Decided } from './triage/act';
import type { Notice } from './triage/triage';

type RefusalNoteProps = { notice: Notice; onDismiss: () => void; onRetry: (act: Decided) => void };

/** Why a decision did not go through, where it was made. When the claim changed meanwhile: what it was and what it is. */
export function RefusalNote({ notice, onDismiss, onRetry }: RefusalNoteProps) {
  const { act, message, current } = notice;
  const title = titleOf(notice);
  const waits = current === undefined || current?.state === 'submitted';
  return (
    <div className="mt-3">
      <ErrorNote
        urgent={false}
        title={title}
        actions={
          <>
            {current === undefined && act.kind !== 'undo' ? (
              <Button size="s" onClick={() => onRetry(act)}>
                Try again
              </Button>
            ) : null}
            <Button size="s" onClick={onDismiss}>
              {waits || act.kind === 'undo' ? 'Let it go' : 'Take it off the list'}
            </Button>
          </>
        }
      >
        {message}
        {current != null && waits ? ' It still waits: decide on it as it is now.' : null}
        {act.kind === 'fix' ? ' Your fix is kept: “Fix” opens it again.' : null}
        {waits && act.kind !== 'undo' ? ' It is kept in this browser until you let it go or decide anew.' : null}
        {act.kind === 'return' || act.kind === 'reject' ? ' Your reason is kept.' : null}
      </ErrorNote>
      {current == null ? null : <Versions notice={notice} />}
    </div>
  );
}

function titleOf({ act, item, current }: Notice): string {
  if (act.kind === 'undo') return 'The decision was not taken back.';
  return current === undefined ? `Claim ${item.claim.number} was not ${pastOf(act)}.` : 'Your decision was not applied.';
}

/** Both versions, field by field: what the person decided on, and what is there now. */
function Versions({ notice: { item, current } }: { notice: Notice }) {
  const changes = current == null ? [] : versionChanges(item.claim, current);
  if (changes.length === 0) return <p className="mt-2 text-ink-2">Its words and its tag are as you saw them.</p>;
  return (
    <table className="mt-3 w-full table-fixed">
      <caption className="sr-only">What changed while you were deciding</caption>
      <thead>
        <tr className="text-left text-ink-3 text-small">
          <th scope="col" className="w-[86px] font-normal">
            <span className="sr-only">Field</span>
          </th>
          <th scope="col" className="pr-3 font-normal">
            You saw
          </th>
          <th scope="col" className="font-normal">
            It is now
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, was, is, quoted }) => (
          <tr key={field} className="align-top">
            <th scope="row" className="pt-1.5 text-left font-normal text-ink-3 text-small/[20px]">
              {field}
            </th>
            <td className="break-words pt-1.5 pr-3">
              <del dir="auto" className={quoted ? 'was quoted text-quote' : 'was'}>
                {was === '' ? 'none' : was}
              </del>
            </td>
            <td className="break-words pt-1.5">
              <ins dir="auto" className={quoted ? 'is quoted text-quote' : 'is'}>
                {is === '' ? 'none' : is}
              </ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
