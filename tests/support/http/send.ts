import http from 'node:http';

export type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string };

export type Message = {
  readonly method?: string;
  /** Sent exactly as given: no header is added but Host and Content-Length. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

/** One request without a browser in between, so that a test decides every header. Rejects when the connection breaks. */
export function send(url: string, { method = 'GET', headers = {}, body = '' }: Message = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length: Record<string, string> = method === 'GET' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const request = http.request(url, { method, headers: { ...length, ...headers }, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () => {
        if (!response.complete) return reject(new Error('The answer was cut off.'));
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString('utf8') });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}
