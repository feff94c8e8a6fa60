import Link from 'next/link';
import type { ReactNode } from 'react';
import type { SourceRecord } from '@/lib/sources/source-record';
import { EditDialog } from './edit-dialog';
import { FIELD_LABELS } from './edit-values';

/** What is written down about the source itself; only what there is. */
export function DetailPanel({ record, mayEdit }: { record: SourceRecord; mayEdit: boolean }) {
  const { affiliation, role, language, homepage, wikidata, parent } = record;
  const rows: readonly { readonly label: string; readonly value: ReactNode }[] = [
    { label: FIELD_LABELS.role, value: role },
    { label: FIELD_LABELS.affiliation, value: affiliation },
    { label: FIELD_LABELS.parent, value: parent === null ? '' : <Link href={`/sources/${parent.id}`}>{parent.name}</Link> },
    { label: FIELD_LABELS.language, value: language === '' ? '' : languageName(language) },
    {
      label: FIELD_LABELS.homepage,
      value: homepage === null ? '' : <OutsideLink href={homepage} text={homepage.replace(/^https?:\/\/|\/$/g, '')} />,
    },
    {
      label: FIELD_LABELS.wikidata,
      value: wikidata === null ? '' : <OutsideLink href={`https://www.wikidata.org/wiki/${wikidata}`} text={wikidata} />,
    },
  ];
  const known = rows.filter(({ value }) => value !== '');
  return (
    <section aria-labelledby="about" className="block-section">
      <h2 id="about">
        About it
        {mayEdit ? (
          <span className="more">
            <EditDialog record={record} />
          </span>
        ) : null}
      </h2>
      {known.length === 0 ? (
        <p className="mt-1 text-ink-3">Nothing more is written down about it.</p>
      ) : (
        <dl className="about-list">
          {known.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function OutsideLink({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className="break-all">
      {text}
      <span className="sr-only"> (opens outside Hearsay)</span>
    </a>
  );
}

/** "Ukrainian (uk)"; the tag alone where it has no name. */
function languageName(tag: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag);
  return name === undefined ? tag : `${name} (${tag})`;
}
