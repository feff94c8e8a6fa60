import http from 'node:http';

export type Heard = {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Everything that came so far. */
  readonly text: () => string;
  /** Resolves when the server ends the answer. */
  readonly ended: Promise<void>;
  readonly stop: () => void;
};

/** Opens an answer that goes on, and listens to it as it comes. */
export function listen(url: string, headers: Readonly<Record<string, string>>): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      const ended = new Promise<void>((end) => response.once('close', () => end()));
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: () => text, ended, stop: () => request.destroy() });
    });
    request.on('error', reject);
  });
}
