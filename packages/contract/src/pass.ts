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
export type Pass = PassedInteraction &
  ({ outcome: 'asked'; reason?: null | undefined } | { outcome: 'suppressed'; reason: SuppressionReason });

interface PassedInteraction {
  site: string;
  touchpoint: string;
  /** What a backend may have told of too: then it was counted already. It is not kept. */
  interaction?: string | null | undefined;
}
