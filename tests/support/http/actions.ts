import { readFileSync } from 'node:fs';
import { type Answer, send } from './send';

/** A server action of the build: its name, its id, and a page that can call it (none: only a route handler does). */
export type BuiltAction = { readonly name: string; readonly id: string; readonly file: string; readonly page: string | null };

type Manifest = { node: Record<string, { exportedName: string; filename: string; workers: Record<string, unknown> }> };

/** Every server action of the build in .next, by its own manifest. */
export function readBuiltActions(): readonly BuiltAction[] {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest;
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
    const page = Object.keys(workers).find((worker) => worker.endsWith('/page'));
    return { name: exportedName, id, file: filename, page: page ?? null };
  });
}

/** Every route of the build, as Next names it: the file's path in app/ to the address. */
export function readBuiltRoutes(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<string, string>;
}

/** What a same-origin page sends along; a test leaves out or replaces what it is about. */
export function ownHeaders(address: string): Readonly<Record<string, string>> {
  return { Origin: address, 'Sec-Fetch-Site': 'same-origin' };
}

export type ActionCall = {
  readonly address: string;
  /** Where the action is called from; any page of the application may. */
  readonly page: string;
  readonly id: string;
  readonly input: readonly unknown[];
  readonly headers: Readonly<Record<string, string>>;
};

/** Calls a server action as React does for arguments of plain JSON (its `encodeReply` gives the same text). */
export function callAction({ address, page, id, input, headers }: ActionCall): Promise<Answer> {
  return send(`${address}${page}`, {
    method: 'POST',
    headers: { Accept: 'text/x-component', 'Content-Type': 'text/plain;charset=UTF-8', 'Next-Action': id, ...headers },
    body: JSON.stringify(input),
  });
}

export type ActionResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/**
 * The Result in the answer to a server action, or null when the answer holds none (Next refused before the action ran).
 * The answer is React's stream: line 0 says which line holds the returned value ("a":"$@1").
 */
export function toActionResult({ body }: Answer): ActionResult | null {
  const rows = new Map(body.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
  const head = rows.get('0');
  const reference = head === undefined ? undefined : /"a":"\$@([0-9a-f]+)"/.exec(head)?.[1];
  const row = reference === undefined ? undefined : rows.get(reference);
  if (row === undefined || !row.startsWith('{')) return null;
  const result = JSON.parse(row) as ActionResult;
  return typeof result.ok === 'boolean' ? result : null;
}

/** The kinds of write that `sendWrites` takes, by the names their keys are filed under. */
export const WRITE_KINDS: Readonly<Record<string, string>> = {
  createClaim: 'create',
  editClaim: 'edit',
  deleteClaim: 'delete',
  restoreClaim: 'restore',
  submitClaims: 'submit',
  withdrawClaim: 'withdraw',
};

/** The answer to a batch of one write: its own Result, of the claim or what is left of it; the batch's when that was refused whole. */
export function toWriteResult(answer: Answer): ActionResult | null {
  const batch = toActionResult(answer);
  if (batch?.ok !== true) return batch;
  const [result] = batch.value as readonly ActionResult[];
  if (result?.ok !== true) return result ?? null;
  const { claims, removed } = result.value as { readonly claims: readonly unknown[]; readonly removed: unknown };
  return { ok: true, value: removed ?? claims[0] };
}
