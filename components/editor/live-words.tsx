import { useView } from './session/session-context';

/** What just happened, for those who cannot see it. */
export function LiveWords() {
  const { said } = useView();
  return (
    <p className="sr-only" aria-live="polite">
      {said}
    </p>
  );
}
