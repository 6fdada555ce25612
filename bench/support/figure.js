/**
 * A measured figure beside what it must be at most, and what we aim at.
 *
 * @param {number} value the smaller, the better
 * @param {{ must?: number, aim?: number }} budget in the unit of the value
 */
export const figure = (value, { must, aim } = {}) => ({
  value,
  ...(must !== undefined && { must, met: value <= must }),
  ...(aim !== undefined && { aim, aimMet: value <= aim }),
  // Of nothing, any share would be endless.
  ...(must && { ofMust: value / must }),
  ...(aim && { ofAim: value / aim }),
});

/**
 * As `figure`, where more is better: what it must be at least.
 *
 * @param {number} value
 * @param {{ must?: number, aim?: number }} budget in the unit of the value
 */
export const atLeast = (value, { must, aim } = {}) => ({
  value,
  ...(must !== undefined && { must, met: value >= must, ofMust: value / must }),
  ...(aim !== undefined && { aim, aimMet: value >= aim, ofAim: value / aim }),
});
