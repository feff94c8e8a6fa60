import { Fragment, type ReactElement, useState } from 'react';
import { Menu, MenuItem, MenuLink, MenuNote, MenuSeparator } from '@/components/ui/menu';
import { EXPORT_FORMAT_FACTS, EXPORT_FORMATS } from '@/lib/export/formats';
import { ExportDialog } from './export-dialog';
import { isLong, startExport } from './start-export';

const SCOPES = [
  { title: 'Report', note: 'approved claims only', query: '' },
  { title: 'Working copy', note: 'all claims', query: '?status=all' },
] as const;

type ExportItemsProps = { userId: string; articleId: string; claims: number; trigger: ReactElement };

export default function ExportItems({ userId, articleId, claims, trigger }: ExportItemsProps) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Menu trigger={trigger} defaultOpen>
        {SCOPES.map(({ title, note, query }, index) => (
          <Fragment key={title}>
            {index === 0 ? null : <MenuSeparator />}
            <MenuNote>
              <b className="text-ink">{title}</b> ({note})
            </MenuNote>
            {EXPORT_FORMATS.map((format) => {
              const { label } = EXPORT_FORMAT_FACTS[format];
              const href = `/api/articles/${articleId}/export/${format}${query}`;
              return isLong(claims) ? (
                <MenuItem key={format} onSelect={() => startExport({ href, format, what: title }, claims)}>
                  {label}
                </MenuItem>
              ) : (
                <MenuLink key={format} href={href} download>
                  {label}
                </MenuLink>
              );
            })}
          </Fragment>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setChoosing(true)}>With choices: parts, names withheld…</MenuItem>
        <MenuLink href={`/articles/${articleId}/report`}>Published report</MenuLink>
      </Menu>
      <ExportDialog userId={userId} articleId={articleId} claims={claims} open={choosing} onOpenChange={setChoosing} />
    </>
  );
}
