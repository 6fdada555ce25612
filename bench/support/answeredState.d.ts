/** A response as the widget delivers it once both taps are made; the `n`th differs from its neighbours as people do. */
export function answeredState(site: string, id: string, n: number): Record<string, unknown>;
