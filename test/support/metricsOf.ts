import type { TestApp } from './testApp.ts';

/** What /metrics says, by name and labels: `vivencia_drops_total{reason="bot"}` → 1 */
export async function metricsOf({ app }: Pick<TestApp, 'app'>): Promise<Record<string, number>> {
  const text = await (await app.request('/metrics')).text();
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}
