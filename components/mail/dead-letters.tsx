import { RelativeTime } from '@/components/ui/relative-time';

type DeadLettersProps = {
  waiting: number;
  failed: readonly { readonly id: string; readonly name: string; readonly at: Date; readonly why: string }[];
};

/** For administrators: what waits, and what could not be delivered. */
export function DeadLetters({ waiting, failed }: DeadLettersProps) {
  return (
    <section aria-labelledby="dead-letters" className="grid gap-2 border-rule border-t pt-4">
      <h2 id="dead-letters" className="font-strong">
        Mails that could not be delivered
      </h2>
      <p className="text-ink-2">
        {waiting === 0 ? 'None waits.' : `${waiting} ${waiting === 1 ? 'waits' : 'wait'} for the mail server.`}{' '}
        {failed.length === 0 ? 'None failed.' : 'These are not tried again; what they tell is on the desk of their receivers.'}
      </p>
      <ul className="grid">
        {failed.map(({ id, name, at, why }) => (
          <li key={id} className="grid gap-0.5 break-words border-rule border-t py-2">
            <p>
              To <bdi className="font-medium">{name}</bdi>, <RelativeTime at={at} />
            </p>
            <p className="text-ink-2 text-small">{why}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
