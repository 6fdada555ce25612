/** A touchpoint’s page. */
export const touchpoint = ``;
