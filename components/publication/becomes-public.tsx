import type { Asked } from '@/lib/export/choice';
import type { Preview } from '@/lib/publication/preview';
import { REPORT_PARTS } from '@/lib/report/parts';
import { counted } from '@/lib/text/counted';

/** What a press of the button gives to everybody, as it stands chosen. */
export function BecomesPublic({ preview, choices }: { preview: Preview; choices: Asked }) {
  const { claims, sources, people } = preview;
  const without = (one: Asked['withheld'][number]) => choices.withheld.includes(one);
  const details = [
    ...(without('notes') ? [] : ['notes']),
    without('evidence') ? 'evidence (not where to find it)' : 'evidence',
    without('questions') ? 'findings' : 'findings, questions to the author among them',
  ];
  return (
    <div className="grid gap-1.5 rounded-m bg-sunken px-3 py-2.5">
      <p className="font-medium">This becomes public:</p>
      <ul className="grid list-disc gap-1 ps-4.5 text-ink-2">
        <li>the whole text of the article,</li>
        <li>
          {counted(claims, 'approved claim')} with {details.slice(0, -1).join(', ')} and {details.at(-1)}; and{' '}
          {counted(sources, 'named source')}
          {without('sources') ? ', people among them as “Source 1”' : ''},
        </li>
        <li>
          {without('people') ? (
            'checkers and reviewers as “Checker 1”, “Reviewer 1”.'
          ) : (
            <>
              the {people.length === 1 ? 'name' : 'names'} of{' '}
              {people.map((name, at) => (
                <span key={name}>
                  {at === 0 ? '' : at === people.length - 1 ? ' and ' : ', '}
                  <bdi>{name}</bdi>
                </span>
              ))}
              .
            </>
          )}
        </li>
      </ul>
      <p className="text-ink-3 text-small">
        Not: desk notes, comments, reasons given to checkers, and claims that are not approved.
        {choices.parts.length === REPORT_PARTS.length ? '' : ' Parts that are left out of the page are still in its data.'}
      </p>
    </div>
  );
}
