/** Set by the server itself on every request (scripts/start), overwriting what the client may have sent. */
export const PEER_HEADER = 'x-hearsay-peer';

/** The path and query asked for, set by proxy.ts, so that signing in can lead back to it. */
export const PATH_HEADER = 'x-hearsay-path';
