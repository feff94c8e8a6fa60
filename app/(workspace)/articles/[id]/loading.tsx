/** The page one is on stays until the text is there; only a slow first load shows this. */
export default function Loading() {
  return (
    <main id="main" tabIndex={-1} className="grid min-h-dvh place-items-center">
      <p role="status" className="text-ink-3">
        Opening the article…
      </p>
    </main>
  );
}
