/** The path of a touchpoint's page and of what stands below it. */
export const touchpointPath = (key: string, below = '') => `/touchpoints/${encodeURIComponent(key)}${below}`;
