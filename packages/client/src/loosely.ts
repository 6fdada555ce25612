/** Each name may be left out, or be `undefined`. */
export type Loosely<T> = { [name in keyof T]?: T[name] | undefined };
