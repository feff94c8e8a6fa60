import { get, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
// @ts-expect-error what Next packs answers with: it has no types
import compression from 'next/dist/compiled/compression/index.js';
import { describe, expect, it, onTestFinished } from 'vitest';

type Door = {
  readonly server: Server;
  readonly address: string;
  use(handler: (request: IncomingMessage, response: ServerResponse) => void): void;
  stop(grace?: number): Promise<number>;
};

/** scripts/ is plain JavaScript, so its types are told here. */
const { listen } = (await import(path.resolve('scripts/start/serve.mjs'))) as {
  listen(settings: { host: string; port: number; trustProxy: boolean; stalled?: number }): Promise<Door>;
};

async function open(settings: { trustProxy?: boolean; port?: number; stalled?: number } = {}): Promise<Door> {
  const door = await listen({ host: '127.0.0.1', port: 0, trustProxy: false, ...settings });
  onTestFinished(() => void door.server.close());
  return door;
}

const echo = (request: IncomingMessage, response: ServerResponse) => void response.end(JSON.stringify(request.headers));

async function headersSeen(door: Door, headers: Record<string, string>): Promise<Record<string, string>> {
  door.use(echo);
  const answer = await fetch(door.address, { headers });
  return (await answer.json()) as Record<string, string>;
}

describe('the door', () => {
  it('answers that Hearsay is starting until the application is there', async () => {
    const door = await open();
    const answer = await fetch(door.address);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(await answer.text()).toContain('Hearsay is starting');
  });

  it('refuses methods that no application can answer, and addresses that cannot be read, without asking it', async () => {
    const door = await open();
    let asked = 0;
    door.use((_request, response) => {
      asked += 1;
      response.end();
    });
    const answerTo = (method: string, path: string) =>
      new Promise<{ status: number; allow: string; body: string }>((resolve, reject) => {
        const sent = request(`${door.address}${path}`, { method }, async (response) => {
          let body = '';
          for await (const piece of response) body += String(piece);
          resolve({ status: response.statusCode ?? 0, allow: response.headers.allow ?? '', body });
        });
        sent.on('error', reject).end();
      });
    expect(await answerTo('TRACE', '/')).toMatchObject({ status: 405, allow: 'GET, HEAD, POST' });
    for (const path of ['/%ff', '/reports/%E0%A4%A', '/reports/a/%', '/%c0%af']) {
      const { status, body } = await answerTo('GET', path);
      expect([status, body], path).toEqual([400, 'This address cannot be read. It may be cut off or mistyped.\n']);
    }
    expect((await answerTo('HEAD', '/%ff')).body).toBe('');
    expect(asked).toBe(0);
    expect((await answerTo('GET', '/reports/%D8%A7?q=%ff')).status).toBe(200);
    expect(asked).toBe(1);
  });

  it('names a taken port', async () => {
    const { port } = (await open()).server.address() as AddressInfo;
    await expect(open({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program.`);
  });

  it('tells the address of the socket, whatever the client claims', async () => {
    const seen = await headersSeen(await open(), {
      'x-hearsay-peer': '1.2.3.4',
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.example',
    });
    expect(seen['x-hearsay-peer']).toBe('127.0.0.1');
    expect(Object.keys(seen).filter((name) => name.includes('forwarded'))).toEqual([]);
  });

  it('takes the last address of a trusted proxy, the one it saw itself', async () => {
    const seen = await headersSeen(await open({ trustProxy: true }), {
      'x-hearsay-peer': '1.2.3.4',
      'x-forwarded-for': '6.6.6.6, 9.9.9.9',
    });
    expect(seen['x-hearsay-peer']).toBe('9.9.9.9');
  });

  it('falls back to the socket when a trusted proxy names nobody', async () => {
    expect((await headersSeen(await open({ trustProxy: true }), {}))['x-hearsay-peer']).toBe('127.0.0.1');
  });
});

describe('an answer of a route', () => {
  const text = 'The mayor said that the bridge will close. '.repeat(100);

  /** As Next answers for a route: packed by its own packer, the type in a list of one, each piece flushed. */
  async function openRoute(headers: Record<string, string>, pieces: AsyncIterable<string> | Iterable<string>): Promise<string> {
    const door = await open();
    door.use(async (request, response) => {
      compression()(request, response, () => undefined);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, [value]);
      for await (const piece of pieces) {
        response.write(piece);
        (response as unknown as { flush(): void }).flush();
      }
      response.end();
    });
    return door.address;
  }

  async function ask(url: string, headers: Record<string, string>) {
    const answer = await new Promise<IncomingMessage>((resolve) => get(url, { headers, agent: false }, resolve));
    const body = await answer.toArray();
    return { headers: answer.headers, body: Buffer.concat(body) };
  }

  it('leaves packed, and as it is for who takes nothing packed or asks for a part', async () => {
    const address = await openRoute({ 'content-type': 'text/html; charset=utf-8' }, [text]);
    const packed = await ask(address, { 'Accept-Encoding': 'gzip, br' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(packed.body).toString()).toBe(text);
    for (const headers of [{}, { 'Accept-Encoding': 'gzip', Range: 'bytes=0-9' }] as Record<string, string>[]) {
      const plain = await ask(address, headers);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.toString()).toBe(text);
    }
  });

  it('is not packed where nothing on the way may change it, as a stream of events says', async () => {
    const address = await openRoute({ 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' }, [text]);
    expect((await ask(address, { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  });

  it('holds back no piece of what is written as it goes', async () => {
    let go = () => {};
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    async function* pieces() {
      yield 'first';
      await gone;
      yield 'second';
    }
    const address = await openRoute({ 'content-type': 'text/csv' }, pieces());
    const answer = await fetch(address, { headers: { 'Accept-Encoding': 'gzip' } });
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toBe('first');
    go();
    expect(await read()).toBe('second');
  });
});

describe('an answer that goes on', () => {
  it('is let go when nobody reads it any more, and not while somebody does', async () => {
    const door = await open({ stalled: 300 });
    const ended = new Map<string, Promise<void>>();
    door.use((request, response) => {
      const { url = '' } = request;
      ended.set(url, new Promise((resolve) => response.once('close', resolve)));
      // More than any buffer between the two holds; to the one who reads, a word now and then.
      if (url === '/unread') response.write('x'.repeat(50_000_000));
      const speaking = setInterval(() => url === '/read' && response.write('x'), 50);
      response.once('close', () => clearInterval(speaking));
    });
    const ask = (url: string) => {
      const socket = connect((door.server.address() as AddressInfo).port, '127.0.0.1');
      onTestFinished(() => void socket.destroy());
      socket.write(`GET ${url} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
      return socket;
    };
    ask('/read').resume();
    ask('/unread').pause();
    await expect.poll(() => ended.size).toBe(2);
    await ended.get('/unread');
    const still = new Promise((resolve) => setTimeout(() => resolve('read'), 700));
    expect(await Promise.race([still, ended.get('/read')])).toBe('read');
  });
});

describe('stopping', () => {
  it('finishes what is in flight and closes connections that are only kept alive', async () => {
    const door = await open();
    let finish = () => {};
    const asked = new Promise<void>((resolve) => {
      door.use((_request, response) => {
        finish = () => response.end('done');
        resolve();
      });
    });
    const answer = fetch(door.address);
    await asked;
    const idle = connect((door.server.address() as AddressInfo).port, '127.0.0.1');
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));
    await new Promise((resolve) => idle.once('connect', resolve));

    const stopped = door.stop();
    await idleClosed;
    await expect(fetch(door.address)).rejects.toThrow();
    finish();
    expect(await (await answer).text()).toBe('done');
    expect(await stopped).toBe(0);
  });

  it('cuts off what takes longer than the grace, and counts it', async () => {
    const door = await open();
    const asked = new Promise<void>((resolve) => door.use(() => resolve()));
    const answer = fetch(door.address);
    answer.catch(() => undefined);
    await asked;
    expect(await door.stop(50)).toBe(1);
    await expect(answer).rejects.toThrow();
  });
});
