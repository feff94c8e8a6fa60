import { Fragment } from 'react';
import { Menu, MenuLink, MenuNote, MenuSeparator } from '@/components/ui/menu';

const FORMATS = [
  { format: 'html', label: 'Report page (HTML)' },
  { format: 'jsonld', label: 'Web Annotation (JSON-LD)' },
  { format: 'csv', label: 'Table (CSV)' },
  { format: 'md', label: 'Markdown' },
  { format: 'json', label: 'Hearsay JSON' },
] as const;

const SCOPES = [
  { title: 'Report', note: 'approved claims only', query: '' },
  { title: 'Working copy', note: 'all claims', query: '?status=all' },
] as const;

export function ExportMenu({ articleId }: { articleId: string }) {
  return (
    <Menu
      trigger={
        <button type="button" className="btn quiet export-button">
          Export
        </button>
      }
    >
      {SCOPES.map(({ title, note, query }, index) => (
        <Fragment key={title}>
          {index === 0 ? null : <MenuSeparator />}
          <MenuNote>
            <b className="text-ink">{title}</b> ({note})
          </MenuNote>
          {FORMATS.map(({ format, label }) => (
            <MenuLink key={format} href={`/api/articles/${articleId}/export/${format}${query}`} download>
              {label}
            </MenuLink>
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}
