/** `nonce` is fresh for every response. Development needs eval (React's stack traces), inline styles and web sockets (reload). */
type Policy = { readonly nonce: string; readonly development: boolean };

/**
 * The content security policy (W3C CSP Level 3): nothing but what is named. Scripts run by nonce only.
 * Style elements need the nonce too; style attributes are allowed, since the server renders positions
 * (a bar's width, a stub's place) as attributes, and an attribute cannot reach beyond its element.
 * No upgrade-insecure-requests: Hearsay is served on plain http at 127.0.0.1 as well.
 */
export function contentSecurityPolicy({ nonce, development }: Policy): string {
  const directives: Readonly<Record<string, string>> = {
    'default-src': `'none'`,
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    'style-src': development ? `'self' 'unsafe-inline'` : `'self' 'nonce-${nonce}'`,
    'style-src-attr': `'unsafe-inline'`,
    'img-src': `'self' data:`,
    'font-src': `'self'`,
    'connect-src': development ? `'self' ws:` : `'self'`,
    'manifest-src': `'self'`,
    'base-uri': `'none'`,
    'form-action': `'self'`,
    'frame-ancestors': `'none'`,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/**
 * What every answer carries. No Strict-Transport-Security: whoever puts https in front of Hearsay
 * decides that for their host; on plain http it would mean nothing.
 */
export function securityHeaders(policy: Policy): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(policy),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

/**
 * What a published report is answered with instead, and every address beneath /reports/ where there is none: its page is one file
 * with its own styles, runs nothing and asks for nothing. `framed`: other sites may show it in a frame, which only the label may be.
 */
export function publishedHeaders({ framed }: { readonly framed: boolean }): Readonly<Record<string, string>> {
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors ${framed ? '*' : `'none'`}`;
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    ...(framed ? {} : { 'X-Frame-Options': 'DENY' }),
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': framed ? 'cross-origin' : 'same-origin',
  };
}
