import path from 'node:path';
import { Refusal } from '../setup/refusal.mjs';

/** HOST, PORT, HEARSAY_DATA, DATABASE_URL and TRUST_PROXY, checked; paths absolute. Throws one sentence for one that is wrong. */
export function readSettings(variables) {
  const data = path.resolve(variables.HEARSAY_DATA || 'data');
  return {
    host: variables.HOST || '127.0.0.1',
    port: readPort(variables.PORT || '3000'),
    data,
    database: readDatabase(variables.DATABASE_URL, data),
    trustProxy: variables.TRUST_PROXY === '1',
  };
}

/** 0 means any free port. */
function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Refusal(`PORT must be a whole number from 0 to 65535; it is "${text}".`);
}

function readDatabase(url, data) {
  if (!url) return path.join(data, 'hearsay.db');
  if (/^file:.+/.test(url)) return path.resolve(url.slice('file:'.length));
  const kind = url.split(':', 1)[0];
  throw new Refusal(`DATABASE_URL must start with "file:", such as file:data/hearsay.db; this Hearsay cannot use "${kind}:" databases.`);
}

/** The address people open. A server that listens on every address is named by this machine's own. */
export function toAddress(host, port) {
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${named.includes(':') ? `[${named}]` : named}:${port}`;
}
