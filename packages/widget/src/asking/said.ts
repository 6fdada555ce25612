import type { Said } from '../ask.ts';

const names = ['interaction', 'endedAt', 'unexpected', 'locale', 'container', 'delayMs', 'forced'] as const;

/** Of what the host says, what there is to say: another name, or nothing, would take the place of a setting. */
export const said = (options: Said | undefined): Said =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = options?.[name];
      return value == null || value === '' ? [] : [[name, value]];
    }),
  );
