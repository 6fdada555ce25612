/** Prints one JSON value, or lines for people. */
export function say(asJson: boolean | undefined, value: unknown, lines: string[]): void {
  process.stdout.write(asJson ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`);
}
