import { v7 } from 'uuid';

/** A new time-ordered id (UUIDv7, RFC 9562 section 5.7), lower case with hyphens. Made by the application, never by the database. */
export function newId(): string {
  return v7();
}

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isId(value: string): boolean {
  return UUID_V7.test(value);
}
