import { expect, test } from 'vitest';
import { responseId } from '../../../packages/widget/src/prompt/responseId.ts';

test('is a UUIDv7 of its moment', () => {
  const now = Date.UTC(2026, 10, 22);
  const id = responseId(now);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
});

test('is never the same twice', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => responseId(0)))).toHaveProperty('size', 1_000);
});
