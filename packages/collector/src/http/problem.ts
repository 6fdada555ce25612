import { type RefusalCode, refusalStatus } from '@vivencia/contract/refusal';

/** What is wrong with one place of an input. Never what stood there. */
export interface InputError {
  /** `touchpoint`, `evaluation.value`, `3.emotion`; empty for the whole. */
  path: string;
  reason: string;
}

const titles: Record<RefusalCode, string> = {
  invalid_json: 'The body is not JSON',
  malformed_request: 'Not a request',
  unknown_site: 'No such site',
  unauthorized: 'Not authorized',
  origin_not_allowed: 'Origin not allowed',
  insufficient_scope: 'The key may not do this',
  not_found: 'Not found',
  request_timeout: 'The request took too long',
  response_closed: 'The response is closed',
  revision_conflict: 'The revision is taken',
  interaction_conflict: 'The interaction is another one',
  invitation_conflict: 'The invitation is another one',
  invitation_used: 'The invitation was used',
  invitation_expired: 'The invitation has expired',
  kiosk_revoked: 'The kiosk was ended',
  body_too_large: 'The body is too large',
  unsupported_media_type: 'Unsupported media type',
  invalid_response: 'Not a valid response',
  invalid_interaction: 'Not a valid interaction',
  invalid_invitation: 'Not a valid invitation',
  invalid_query: 'Not a valid query',
  invalid_settings: 'Not valid settings',
  too_many_requests: 'Too many requests',
  headers_too_large: 'The headers are too large',
  store_unavailable: 'The store is not available',
};

/** A refusal on its way out: thrown anywhere below a route, answered as RFC 9457 problem+json. */
export class Refusal extends Error {
  override name = 'Refusal';

  /**
   * @param detail one sentence for people; never repeats input
   * @param retryAfter seconds after which another try makes sense
   * @param headers what else the answer says
   */
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    readonly errors: InputError[] = [],
    readonly retryAfter?: number,
    readonly headers: Record<string, string> = {},
  ) {
    super(`${code}: ${detail}`);
  }

  toProblem() {
    return {
      type: `urn:vivencia:problem:${this.code}`,
      title: titles[this.code],
      status: refusalStatus[this.code],
      code: this.code,
      detail: this.detail,
      ...(this.errors.length ? { errors: this.errors } : {}),
    };
  }

  /** What goes out. */
  answer() {
    const problem = this.toProblem();
    const headers: Record<string, string> = {
      ...this.headers,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    };
    if (this.retryAfter !== undefined) headers['retry-after'] = String(this.retryAfter);
    if (problem.status === 401) headers['www-authenticate'] = 'Bearer';
    return { status: problem.status, headers, body: JSON.stringify(problem) };
  }

  toResponse(): Response {
    const { status, headers, body } = this.answer();
    return new Response(body, { status, headers });
  }
}
