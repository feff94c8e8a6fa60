import { Button } from '@/components/ui/button';
import { formatSize } from './format-size';

type FilePanelProps = {
  file: File;
  maxBytes: number;
  /** The share sent, 0 to 1; null while nothing is being sent. */
  sent: number | null;
  onRemove: () => void;
};

/** A chosen file, as it will be sent. What it holds is found out by the server, which also finds its encoding. */
export function FilePanel({ file, maxBytes, sent, onRemove }: FilePanelProps) {
  return (
    <div className="card grid gap-3 p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 font-medium">
          <bdi className="break-all">{file.name}</bdi>
        </p>
        <Button size="s" onClick={onRemove} unavailable={sent !== null}>
          Remove the file
        </Button>
      </div>
      <p className={file.size > maxBytes ? 'text-alarm' : 'text-ink-2'}>
        {formatSize(file.size)} of at most {formatSize(maxBytes)}. The first line becomes the title; the encoding is found on import.
      </p>
      {sent === null ? null : (
        <div className="flex items-center gap-3">
          <progress className="meter" value={sent} max={1} aria-label="Sent" />
          <span className="text-small text-ink-2">{sent < 1 ? `${Math.round(sent * 100)} % sent` : 'Sent, being imported…'}</span>
        </div>
      )}
    </div>
  );
}
