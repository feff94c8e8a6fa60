import { createServer } from 'node:http';
import { Refusal } from '../setup/refusal.mjs';
import { letPack } from './packing.mjs';
import { findRefusal } from './refusals.mjs';
import { toAddress } from './settings.mjs';

const GRACE = 10_000; // milliseconds a request in flight is given to finish
const MOMENT = 250; // milliseconds a connection is given to ask its first question
const STALLED = 120_000; // milliseconds in which nothing could be sent or read; a stream of events says something every ten seconds
const ECHO = 1_000; // npm passes on a Ctrl-C that the terminal has sent us already: that is no second one

const STARTING = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Hearsay</title>
<body style="font: 1rem/1.5 system-ui; margin: 4rem auto; max-width: 30rem">Hearsay is starting. This page will reload.`;

/**
 * Takes the port at once, before the long steps, so that a taken one is known in the first second.
 * Until `use` is given the handler of the application, every request hears that Hearsay is starting.
 */
export async function listen({ host, port, trustProxy, stalled = STALLED }) {
  let handle = answerStarting;
  let stopping = false;
  const inFlight = new Set();
  const sockets = new Set();
  const server = createServer((request, response) => {
    inFlight.add(response);
    response.once('close', () => {
      inFlight.delete(response);
      if (stopping) server.closeIdleConnections();
    });
    if (stopping) response.setHeader('Connection', 'close');
    const refusal = findRefusal(request);
    if (refusal !== null) {
      response.writeHead(refusal.status, refusal.headers);
      response.end(request.method === 'HEAD' ? '' : refusal.sentence);
      return;
    }
    namePeer(request, trustProxy);
    letPack(request, response);
    handle(request, response);
  });
  server.on('connection', (socket) => sockets.add(socket.once('close', () => sockets.delete(socket))));
  // Somebody who asks and never reads the answer would have it kept in memory for as long as they like.
  server.setTimeout(stalled);
  await bind(server, host, port);

  return {
    server,
    address: toAddress(host, server.address().port),
    use: (handler) => {
      handle = handler;
    },
    /** Takes no more requests and resolves to how many of those in flight did not finish in time. */
    stop: (grace = GRACE) => {
      stopping = true;
      return close({ server, inFlight, sockets, grace });
    },
  };
}

/**
 * Calls `stop` on the first SIGINT or SIGTERM, or when the npm that started us is gone (a signal it did
 * not live to pass on); a second signal ends the process at once.
 */
export function onSignal(stop) {
  let first = 0;
  const hear = () => {
    if (first === 0) {
      first = performance.now();
      stop();
    } else if (performance.now() - first > ECHO) process.exit(1);
  };
  process.on('SIGINT', hear).on('SIGTERM', hear);
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) setInterval(() => process.ppid === parent || first || hear(), 500).unref();
}

function bind(server, host, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function explain(error, host, port) {
  const reasons = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop it, or choose another port, such as: PORT=${port + 1} npm start`,
    EACCES: `You may not listen on port ${port}. Choose one above 1023, such as: PORT=3000 npm start`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1.`,
    ENOTFOUND: `This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1.`,
  };
  return error.code in reasons ? new Refusal(reasons[error.code]) : error;
}

/**
 * Says who is asking in a header that only this server sets. What proxies say counts only when there
 * is one to be trusted: then the last address is the one it saw itself.
 */
function namePeer(request, trustProxy) {
  const { headers } = request;
  const forwarded = headers['x-forwarded-for']?.split(',').at(-1)?.trim();
  if (!trustProxy) for (const name of ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']) delete headers[name];
  headers['x-hearsay-peer'] = (trustProxy && forwarded) || request.socket.remoteAddress || 'unknown';
}

function answerStarting(request, response) {
  response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '2', 'Cache-Control': 'no-store' });
  response.end(request.method === 'HEAD' ? '' : STARTING);
}

async function close({ server, inFlight, sockets, grace }) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // Browsers open connections ahead of need; to Node, one that never asked anything is not idle. What was
  // asked just now may not have been read yet, so they are given a moment.
  const mute = setTimeout(() => {
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }, MOMENT);
  for (const response of inFlight) if (!response.headersSent) response.setHeader('Connection', 'close');
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, grace);
  });
  await Promise.race([closed, late]);
  clearTimeout(timer);
  clearTimeout(mute);
  const unfinished = inFlight.size;
  server.closeAllConnections();
  return unfinished;
}
