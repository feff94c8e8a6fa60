import { createTransport } from 'nodemailer';

/** A letter, and what came of handing it over; as lib/mail/mail.ts has them. */
type Letter = {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};
type Handed = { readonly kind: 'taken' } | { readonly kind: 'later' | 'refused' | 'unreachable'; readonly why: string };

/** A server that answers nothing for so long is none, ms. */
const PATIENCE = 15_000;

/** Hands letters to the server at `url` (smtp: or smtps:, with user and password in it where it asks for them), one connection each. */
export function openPost({ url, from }: { readonly url: string; readonly from: string }): (letter: Letter) => Promise<Handed> {
  const transport = createTransport({
    ...{ url, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: 2 * PATIENCE },
    // A letter has no attachments, so nothing is ever read from the disk or the network for it.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return async ({ id, to, subject, text, html }) => {
    try {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await transport.sendMail({ from, to, subject, text, html, headers, messageId: `<${id}>` });
      return { kind: 'taken' };
    } catch (error) {
      return toHanded(error as { readonly code?: string; readonly responseCode?: number; readonly message?: string });
    }
  };
}

/**
 * What an error of nodemailer means for a letter. Only an answer of the 5xx kind to the letter itself (its receiver, its words) is for
 * good: one to the greeting, to signing in or to who sends is about us and our settings, and may be otherwise later.
 */
function toHanded({
  code,
  responseCode,
  message,
}: {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message?: string;
}): Handed {
  const why = (message ?? 'The mail server gave no reason.').slice(0, 500);
  if (responseCode === undefined || code === 'EAUTH' || code === 'ECONNECTION' || code === 'ETLS') return { kind: 'unreachable', why };
  const aboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  return { kind: responseCode >= 500 && aboutLetter ? 'refused' : 'later', why };
}
