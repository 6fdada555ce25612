/** The page's one function, `vivencia(command, …)`, before its types. */
export type Run = (command: string, ...args: unknown[]) => unknown;
