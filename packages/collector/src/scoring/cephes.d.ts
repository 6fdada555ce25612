/** The part of Cephes that we use. Its package brings types, but its "exports" hide them from TypeScript. */
declare module 'cephes' {
  /** Settles when the WebAssembly module can be called. */
  export const compiled: Promise<void>;
  /** The x at which the regularised incomplete beta function of (a, b) is y. Throws where it underflows. */
  export function incbi(a: number, b: number, y: number): number;
  /** The complementary error function, 2/√π ∫ₓ^∞ exp(−t²) dt. */
  export function erfc(x: number): number;
}
