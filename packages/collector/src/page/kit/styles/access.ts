/** Who may see. */
export const access = ``;
