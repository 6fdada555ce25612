/** What lets pages of any origin send a delivery and read its answer; who may deliver is another question. */
const headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};
const ofJson = { 'content-type': 'application/json', ...headers };

/** An answer that pages of any origin may read. Its headers go in with it: changing them later makes it a second time. */
export const openJson = (value: unknown, more?: Record<string, string>): Response =>
  new Response(JSON.stringify(value), { headers: more ? { ...ofJson, ...more } : ofJson });

export const openNoContent = (more?: Record<string, string>): Response =>
  new Response(null, { status: 204, headers: { ...headers, ...more } });

/** Opens a refusal, too. */
export function opened(answer: Response): Response {
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}
