/** A UUID of version 7 for a moment in milliseconds since 1970, each surely new. */
export function responseIdAt(moment: number): string;
