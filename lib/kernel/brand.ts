declare const brand: unique symbol;

/** A primitive that carries its meaning in its type, so that two kinds of number cannot be swapped. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
