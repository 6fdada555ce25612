/** A touchpoint’s settings. */
export const settings = ``;
