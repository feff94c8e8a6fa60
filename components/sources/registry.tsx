import Link from 'next/link';
import { EmptyState } from '@/components/ui/empty-state';
import { SOURCE_CLASS_FACTS, SOURCE_TYPE_FACTS, type SourceType, toSourceClass } from '@/lib/attribution/source-type';
import type { RegistryRow } from '@/lib/reliability/source-claims';
import { REGISTRY_MAX, REGISTRY_PAGE, type RegistryFilter } from '@/lib/sources/schema';
import { ClassBadge } from '../ui/class-badge';
import { ArticleChoice } from './article-choice';
import { REGISTRY_ID } from './element-ids';
import { RegistryLink } from './registry-link';
import { registryHref } from './registry-links';
import { RegistryReturn } from './registry-return';
import { SourceFind } from './source-find';

type RegistryProps = {
  filter: RegistryFilter;
  rows: readonly RegistryRow[];
  total: number;
  articles: readonly { readonly id: string; readonly title: string }[];
  sourceless: readonly { readonly sourceType: SourceType; readonly claims: number }[];
  /** The source whose page is open. */
  current: string | null;
};

/** The desk's sources: found by name or alias, those of the chosen article first. Every state of it has an address. */
export function Registry({ filter, rows, total, articles, sourceless, current }: RegistryProps) {
  const Heading = current === null ? 'h1' : 'h2';
  const here = filter.article === undefined ? [] : rows.filter(({ claimsHere }) => claimsHere > 0);
  const others = filter.article === undefined ? rows : rows.filter(({ claimsHere }) => claimsHere === 0);
  return (
    <nav id={REGISTRY_ID} aria-labelledby="registry-title" className="registry">
      <div className="registry-head">
        <Heading id="registry-title" className={current === null ? 'display text-h2 md:sr-only' : 'sr-only'}>
          Sources
        </Heading>
        <SourceFind filter={filter} current={current} firstHref={rows[0] === undefined ? null : registryHref(filter, rows[0].id)} />
        {articles.length > 1 || filter.article !== undefined ? (
          <ArticleChoice filter={filter} current={current} articles={articles} />
        ) : null}
      </div>
      {rows.length === 0 ? <NoSources filter={filter} /> : null}
      <Group title="In this article" rows={here} filter={filter} current={current} counts="claimsHere" />
      <Group
        title={filter.article === undefined ? `${total.toLocaleString('en')} on this desk` : 'Elsewhere on this desk'}
        rows={others}
        filter={filter}
        current={current}
        counts="claimsOnDesk"
      />
      {rows.length < total && filter.shown < REGISTRY_MAX ? (
        <p className="px-2 py-2 text-small">
          <Link href={registryHref({ ...filter, shown: Math.min(REGISTRY_MAX, filter.shown + REGISTRY_PAGE) }, current)} scroll={false}>
            Show more
          </Link>{' '}
          <span className="text-ink-3">
            {rows.length} of {total.toLocaleString('en')}
          </span>
        </p>
      ) : null}
      <Sourceless counts={sourceless} />
      <RegistryReturn />
    </nav>
  );
}

type GroupProps = {
  title: string;
  rows: readonly RegistryRow[];
  filter: RegistryFilter;
  current: string | null;
  counts: 'claimsHere' | 'claimsOnDesk';
};

function Group({ title, rows, filter, current, counts }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <p className="registry-group" aria-hidden="true">
        <span>{title}</span>
        <span>grade, claims</span>
      </p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <RegistryLink href={registryHref(filter, row.id)} row={row} claims={row[counts]} current={row.id === current} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NoSources({ filter }: { filter: RegistryFilter }) {
  return (
    <div className="px-2">
      {filter.q === '' ? (
        <EmptyState title="Sources appear when a claim names them." action={<Link href="/">To the desk</Link>}>
          Mark a claim in an article and say who says so.
        </EmptyState>
      ) : (
        <EmptyState title="No source has this name." action={<Link href={registryHref({ ...filter, q: '' }, null)}>Show all sources</Link>}>
          Nothing on this desk is called “<bdi>{filter.q}</bdi>”, by its name or by another.
        </EmptyState>
      )}
    </div>
  );
}

/** The article's claims that nobody can be graded for. */
function Sourceless({ counts }: { counts: RegistryProps['sourceless'] }) {
  if (counts.length === 0) return null;
  return (
    <section aria-label="No source to grade">
      <p className="registry-group" aria-hidden="true">
        <span>No source to grade</span>
      </p>
      <ul>
        {counts.map(({ sourceType, claims }) => {
          const c = toSourceClass(sourceType);
          return (
            <li key={sourceType} className="registry-row">
              <ClassBadge c={c} {...SOURCE_CLASS_FACTS[c]} size="s" />
              <span className="truncate">{SOURCE_TYPE_FACTS[sourceType].label}</span>
              <span />
              <span className="text-right text-ink-3">
                {claims}
                <span className="sr-only"> claims</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
