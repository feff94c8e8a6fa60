import { saveStatusText } from '../outbox/save-status';
import { useView } from '../session/session-context';

/** Always the truth about saving: it says saved only when the server has answered. */
export function SaveLine() {
  const { status } = useView();
  const short = {
    saved: 'All changes saved',
    saving: status.kind === 'saving' && status.slow ? 'Saving…' : '',
    offline: 'Offline',
    retrying: 'Not saved',
    signed_out: 'Not saved',
    other_person: 'Not saved',
    held: 'Not saved',
  }[status.kind];
  return (
    <span className="saved" data-status={status.kind}>
      <span role="status" className="sr-only">
        {saveStatusText(status)}
      </span>
      <svg aria-hidden="true" viewBox="0 0 13 13">
        {status.kind === 'saved' ? (
          <path d="M2 7l3 3 6-7" />
        ) : status.kind === 'saving' ? (
          <circle cx="6.5" cy="6.5" r="2" />
        ) : (
          <path d="M6.5 2v6M6.5 10v1.5" />
        )}
      </svg>
      <span aria-hidden="true">{short}</span>
    </span>
  );
}
