import { useEffect, useState } from 'react';
import { whenAtRest } from './when-at-rest';

/** False until the page has come to rest with this on it: for what the first frame can do without. */
export function useRested(): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => whenAtRest(() => setRested(true)), []);
  return rested;
}
