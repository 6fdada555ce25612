import type { CompleteDocument, Schema } from '../api/openApiDocument.ts';
import { type Described, isOpen, scopeOf } from './operations.ts';
import { nameOf } from './schemaName.ts';

export interface Example {
  /** Whose request it is, where an operation has more than one. */
  title: string | null;
  command: string;
}

/** A line longer than this is broken. */
const lineLength = 64;

/** An operation as commands for a shell in which VIVENCIA_URL and AUTH stand, made of the document's own examples. */
export function curlExamples(operation: Described, document: CompleteDocument): Example[] {
  const [body] = Object.values(operation.requestBody?.content ?? {});
  const examples = Object.values(body?.examples ?? {});
  const own = body?.schema && exampleOf(body.schema, document);
  if (!body || (examples.length === 0 && own === undefined)) {
    return [{ title: null, command: commandOf(operation, undefined) }];
  }
  if (examples.length === 0) return [{ title: null, command: commandOf(operation, own) }];
  return examples.map(({ summary, value }) => ({ title: summary ?? null, command: commandOf(operation, value) }));
}

function commandOf(operation: Described, body: unknown): string {
  const { method } = operation;
  // Who names its site in the body is a page, and has no key.
  const isOfPage = isOpen(operation) && body !== undefined && !Array.isArray(body);
  const wantsKey = scopeOf(operation) !== null && !isOfPage;
  const usual = body === undefined ? 'GET' : 'POST';
  const parts = [
    `curl "$VIVENCIA_URL${addressOf(operation)}"`,
    ...(method === usual ? [] : [`-X ${method}`]),
    ...(wantsKey ? ['-H "$AUTH"'] : []),
    ...(body === undefined ? [] : [`--json ${quoted(JSON.stringify(body, null, 2).replaceAll('\n', '\n  '))}`]),
  ];
  const line = parts.join(' ');
  return line.length <= lineLength && body === undefined ? line : parts.join(' \\\n  ');
}

function addressOf({ path, parameters = [] }: Described): string {
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((address, { name, schema }) => address.replace(`{${name}}`, shownValue(schema)), path);
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  return filled + query.map(({ name, schema }, at) => `${at === 0 ? '?' : '&'}${name}=${shownValue(schema)}`).join('');
}

const shownValue = (schema: Schema | undefined) =>
  encodeURIComponent(String(schema?.example ?? schema?.default ?? schema?.enum?.[0] ?? '…'));

function exampleOf(schema: Schema, { components }: CompleteDocument): unknown {
  const name = nameOf(schema);
  return schema.example ?? (name === null ? undefined : components?.schemas?.[name]?.example);
}

/** As a shell reads it as one word. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
