'use client';

import './globals.css';
import { Failure } from '@/components/shell/failure';

/** When even the root layout failed: its own document, in the light theme, since the theme script is the layout's. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Not shown · Hearsay</title>
        <Failure error={error} retry={retry} />
      </body>
    </html>
  );
}
