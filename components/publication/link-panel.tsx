'use client';

import { useSyncExternalStore } from 'react';
import { type EmbedWords, frameCode, labelFragment } from '@/lib/publication/embed-codes';
import { embedPath, type Publication, reportPath } from '@/lib/publication/publication';
import { CopyBox } from './copy-box';

type LinkPanelProps = {
  publication: Publication;
  embed: EmbedWords | null;
  /** The address people use, where the server knows it; else the one this page was asked at. */
  home: string | null;
};

const never = () => () => {};

/** The link, and the codes that bring the label into other pages. */
export function LinkPanel({ publication, embed, home }: LinkPanelProps) {
  const here = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  );
  const base = home ?? here;
  const { slug, locked } = publication;
  const url = `${base}${reportPath(slug)}`;
  return (
    <div className="grid gap-4">
      <CopyBox label="Link" text={url} />
      <p className="-mt-2">
        <a href={reportPath(slug)} target="_blank" rel="noreferrer">
          Open the report as readers see it
        </a>
      </p>
      {locked || embed === null ? null : (
        <details>
          <summary className="cursor-pointer font-medium">Embed the sourcing label</summary>
          <div className="grid gap-4 pt-3">
            <CopyBox
              label="As a frame"
              hint="Always shows the newest edition, with its own look. Gone when the report is revoked."
              rows={3}
              text={frameCode(embed, `${base}${embedPath(slug)}`)}
            />
            <CopyBox
              label="As plain HTML"
              hint="No script, no style: takes the look of the page around it. Stays as it is after a correction: replace it then."
              rows={5}
              text={labelFragment(embed, url)}
            />
          </div>
        </details>
      )}
    </div>
  );
}
