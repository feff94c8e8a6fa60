/** A text that is told to nobody by accident: as JSON, and so in logs and in what a write is remembered by, it is a word of no meaning. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toJSON(): string {
    return '(secret)';
  }
}
