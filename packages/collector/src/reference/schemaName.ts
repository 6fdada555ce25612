import type { Schema } from '../api/openApiDocument.ts';

/** The name of the component that a schema stands for; `null`: it is written out. */
export const nameOf = ({ $ref }: Schema): string | null => $ref?.replace('#/components/schemas/', '') ?? null;
