/** How to install. */
export const install = ``;
