/** A person as others see them: never an address, never a role. */
export type PersonRef = { readonly id: string; readonly name: string };
