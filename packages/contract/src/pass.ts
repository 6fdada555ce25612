/** Why an interaction that passed a touchpoint was not asked about. The order is the stored code. */
export const suppressionReasons = [
  'cooldown',
  'gap',
  'sampled',
  'consent',
  'privacy_signal',
  'already_asked',
  'open_dialog',
  'closed_site',
  'offline',
  'repeat',
] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];

/** One interaction that passed a touchpoint: asked, or suppressed with the reason. Only counted, never kept singly. */
export type Pass =
  | { site: string; touchpoint: string; outcome: 'asked'; reason?: null | undefined }
  | { site: string; touchpoint: string; outcome: 'suppressed'; reason: SuppressionReason };
