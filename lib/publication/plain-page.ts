import { html, type Markup } from '@/lib/export/markup';

/** What stands wherever no report can be read: the same for a link that never was and one that no longer is. */
export const NO_REPORT = plainPage(
  'There is no report here.',
  html`<p>The link may be mistyped, or it is not in use. Ask whoever gave it to you.</p>`,
);

/** Asks for the password of the locked report at `path`; `fault` is what came of the last try. */
export function passwordPage(path: string, fault: string | null): string {
  const told = fault === null ? null : html`<p id="fault" role="alert"><b>${fault}</b></p>`;
  return plainPage(
    'This report has a password.',
    html`<form method="post" action="${path}">
${told}<label for="password">Password</label>
<input id="password" name="password" type="password" required autocomplete="off" maxlength="200"${fault === null ? null : html` aria-invalid="true" aria-describedby="fault"`}>
<button type="submit">Read the report</button>
</form>
<p>You have it from whoever gave you the link.</p>`,
  );
}

function plainPage(title: string, content: Markup): string {
  return `${html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
:root { color-scheme: light dark; --paper: #fcfbf7; --raised: #fff; --ink: #1d1b17; --ink-2: #524e46; --edge: #6b665c; --pencil: #3a3fa8; --on: #fff; --alarm: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --paper: #171613; --raised: #201e1a; --ink: #e9e4d9; --ink-2: #b9b2a4; --edge: #9e9788; --pencil: #aab1ff; --on: #171613; --alarm: #ff9b90; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/22px "Segoe UI", system-ui, -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; }
main { max-width: 30em; margin: 0 auto; padding: 15vh 20px 40px; }
h1 { margin: 0 0 12px; font: 400 33px/38px "Iowan Old Style", Charter, Georgia, Cambria, "Liberation Serif", serif; }
p { margin: 12px 0 0; color: var(--ink-2); }
form { display: grid; gap: 8px; margin-top: 20px; }
label { font-weight: 600; }
input { padding: 8px 10px; border: 1px solid var(--edge); border-radius: 4px; background: var(--raised); color: inherit; font: inherit; }
button { justify-self: start; padding: 8px 14px; border: 0; border-radius: 4px; background: var(--pencil); color: var(--on); font: inherit; font-weight: 600; cursor: pointer; }
:focus-visible { outline: 2px solid var(--pencil); outline-offset: 2px; }
[role="alert"], [role="alert"] b { margin: 0; color: var(--alarm); }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`}`;
}
