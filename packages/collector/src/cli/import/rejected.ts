/** A row that cannot be imported; its message names the user's column and says why. */
export class Rejected extends Error {
  override name = 'Rejected';
}
