import { Fragment, type ReactElement } from 'react';
import { Menu, MenuLink, MenuNote, MenuSeparator } from '@/components/ui/menu';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS } from '@/lib/export/formats';

const SCOPES = [
  { title: 'Report', note: 'approved claims only', query: '' },
  { title: 'Working copy', note: 'all claims', query: '?status=all' },
] as const;

export default function ExportItems({ articleId, trigger }: { articleId: string; trigger: ReactElement }) {
  return (
    <Menu trigger={trigger} defaultOpen>
      {SCOPES.map(({ title, note, query }, index) => (
        <Fragment key={title}>
          {index === 0 ? null : <MenuSeparator />}
          <MenuNote>
            <b className="text-ink">{title}</b> ({note})
          </MenuNote>
          {EXPORT_FORMATS.map((format) => (
            <MenuLink key={format} href={`/api/articles/${articleId}/export/${format}${query}`} download>
              {EXPORT_FORMAT_FACTS[format].label}
            </MenuLink>
          ))}
        </Fragment>
      ))}
      <MenuSeparator />
      <MenuLink href={`/articles/${articleId}/report`}>Published report</MenuLink>
    </Menu>
  );
}
