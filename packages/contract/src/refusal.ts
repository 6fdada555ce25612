/** Every code with which the collector refuses, and its HTTP status. Codes are stable; texts are not. */
export const refusalStatus = {
  invalid_json: 400,
  malformed_request: 400,
  unknown_site: 401,
  unauthorized: 401,
  origin_not_allowed: 403,
  insufficient_scope: 403,
  not_found: 404,
  request_timeout: 408,
  response_closed: 409,
  revision_conflict: 409,
  interaction_conflict: 409,
  invitation_used: 409,
  invitation_expired: 410,
  kiosk_revoked: 410,
  body_too_large: 413,
  unsupported_media_type: 415,
  invalid_response: 422,
  invalid_interaction: 422,
  invalid_invitation: 422,
  invalid_query: 422,
  invalid_settings: 422,
  too_many_requests: 429,
  headers_too_large: 431,
  store_unavailable: 503,
} as const;

export type RefusalCode = keyof typeof refusalStatus;
