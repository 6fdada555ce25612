export const promptsByTag: (locales: string[]) => Record<string, string>;
