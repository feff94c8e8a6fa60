import path from 'node:path';
import { Refusal } from '../setup/refusal.mjs';

/** HOST, PORT, HEARSAY_DATA, DATABASE_URL, TRUST_PROXY and those about mail, checked; paths absolute. Throws one sentence for one that is wrong. */
export function readSettings(variables) {
  checkMail(variables.HEARSAY_SMTP_URL || '', variables.HEARSAY_MAIL_FROM || '');
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

/** Read by the application itself (lib/env.ts): said here before anything else is done. */
function checkMail(url, from) {
  if (url !== '' && !/^smtps?:\/\/[^\s/]+/i.test(url)) {
    throw new Refusal('HEARSAY_SMTP_URL must start with smtp:// or smtps://, such as smtp://user:password@mail.example.org:587.');
  }
  if ((url === '') !== (from === '')) {
    throw new Refusal('HEARSAY_SMTP_URL and HEARSAY_MAIL_FROM go together: a server to send by, and the address that sends.');
  }
}

/** The address people open. A server that listens on every address is named by this machine's own. */
export function toAddress(host, port) {
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${named.includes(':') ? `[${named}]` : named}:${port}`;
}
