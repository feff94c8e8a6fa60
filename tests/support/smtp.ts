import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = { readonly to: readonly string[]; readonly from: string; readonly source: string };

type Answer = { readonly code: number; readonly words: string } | null;

/** A real mail server on this machine, and what it was handed. `answer` says how it takes a receiver, or a letter; null: well. */
export async function startSmtp({ port = 0, onReceiver = (_: string): Answer => null, onLetter = (): Answer => null } = {}) {
  const received: Received[] = [];
  const toError = (answer: Answer) => (answer === null ? null : Object.assign(new Error(answer.words), { responseCode: answer.code }));
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, callback) => callback(toError(onReceiver(address))),
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = toError(onLetter());
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        if (refusal === null) {
          received.push({ to: envelope.rcptTo.map(({ address }) => address), from, source: Buffer.concat(chunks).toString('utf8') });
        }
        callback(refusal);
      });
    },
  });
  // A connection that the other side cut off is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    port: taken,
    received,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The words of a letter's part, decoded. */
export function partOf(mail: Received, type: 'text/plain' | 'text/html'): string {
  return decoded(mail.source, type).replaceAll('\r\n', '\n');
}

function decoded(source: string, type: string): string {
  const part = source.split(/--[-_=\w]+\r?\n/).find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
  const [head = '', ...rest] = part.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n').replace(/\r?\n--[-_=\w]+--[\s\S]*$/, '');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
