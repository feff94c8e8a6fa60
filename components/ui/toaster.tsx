'use client';

import { useEffect, useState } from 'react';
import { onFirstToast } from './toast';
import { usePart } from './use-part';

const load = () => import('./toast-list');

/** Where toasts appear: once, in the root layout. What shows them is loaded apart from the page. */
export function Toaster() {
  const [wanted, setWanted] = useState(false);
  const part = usePart(load, wanted);
  useEffect(() => onFirstToast(() => setWanted(true)), []);
  return part === null ? null : <part.ToastList />;
}
