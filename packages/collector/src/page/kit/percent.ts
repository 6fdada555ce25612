/**
 * A share as lengths of a drawing are written.
 *
 * @param share 0…1
 * @example percent(0.5) // '50.00%'
 */
export const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
