/** Every code with which a collector refuses; they are stable, texts are not. */
export type RefusalCode =
  | 'invalid_json'
  | 'malformed_request'
  | 'unknown_site'
  | 'unauthorized'
  | 'origin_not_allowed'
  | 'insufficient_scope'
  | 'not_found'
  | 'request_timeout'
  | 'response_closed'
  | 'revision_conflict'
  | 'interaction_conflict'
  | 'invitation_conflict'
  | 'invitation_used'
  | 'invitation_expired'
  | 'kiosk_revoked'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'invalid_response'
  | 'invalid_interaction'
  | 'invalid_invitation'
  | 'invalid_query'
  | 'invalid_settings'
  | 'too_many_requests'
  | 'headers_too_large'
  | 'store_unavailable';

/**
 * A refusal's code, `internal_error` (a mistake of the collector), or one of ours: `network_error` (no answer came, or
 * not all of it), `timeout` (none came in time), `unexpected_answer` (one came that no collector gives: of a proxy,
 * another server). A newer collector may send codes that do not stand here.
 */
export type ErrorCode = RefusalCode | 'internal_error' | 'network_error' | 'timeout' | 'unexpected_answer';

/** What is wrong with one place of what was sent: `endedAt`, `3.emotion`; an empty path is the whole. */
export interface InputError {
  path: string;
  reason: string;
}

interface Said {
  code: ErrorCode;
  detail: string;
  status?: number | null;
  errors?: InputError[];
  retryAfter?: number | undefined;
  requestId?: string | undefined;
}

/** Why a call failed. It never holds the secret key, nor what was sent. */
export class VivenciaError extends Error {
  override name = 'VivenciaError';
  readonly code: ErrorCode;
  /** One sentence for people. */
  readonly detail: string;
  /** HTTP status; `null` where no answer came. */
  readonly status: number | null;
  readonly errors: InputError[];
  /** Seconds after which another try makes sense, where the collector said so. */
  readonly retryAfter: number | undefined;
  /** `X-Request-Id` of the answer, where something on the way gives one. */
  readonly requestId: string | undefined;

  constructor({ code, detail, status = null, errors = [], retryAfter, requestId }: Said) {
    const places = errors.map(({ path, reason }) => `${path || 'it'} ${reason}`).join('; ');
    super(`${code}: ${detail}${places && ` (${places})`}`);
    this.code = code;
    this.detail = detail;
    this.status = status;
    this.errors = errors;
    this.retryAfter = retryAfter;
    this.requestId = requestId;
  }
}
