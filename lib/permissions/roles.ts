/** What a person may do on one desk. Each role can do what the one before it can. */
export const ROLES = ['checker', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = { checker: 'Checker', editor: 'Editor', admin: 'Administrator' };

/** Who is asking, on which desk. Made only by lib/auth (a live session) and lib/cli (the machine's owner). */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly deskId: string;
  readonly role: Role;
};
