/** A site's own names are public input, so each kind is capped; what comes beyond is counted under `other`. */
export const directoryCaps = {
  unconfirmedTouchpoints: 50,
  segmentNames: 8,
  /** Of each segment. */
  segmentValues: 200,
} as const;
