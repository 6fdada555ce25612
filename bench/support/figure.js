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
