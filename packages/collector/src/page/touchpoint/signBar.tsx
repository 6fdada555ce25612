import type { Sign } from '@vivencia/contract/emotion';
import { percent } from '../kit/percent.ts';

const tones = [
  [-1, 'n'],
  [0, 'z'],
  [1, 'p'],
] as const satisfies [Sign, string][];

/**
 * A bar in the colours of what was felt; the figures stand beside it in words.
 *
 * @param share how long it is, 0…1 of its room
 */
export const SignBar = ({ share, parts }: { share: number; parts: Record<Sign, number> }) => {
  const total = parts[-1] + parts[0] + parts[1];
  let from = 0;
  return (
    <svg class="chart thinbar" aria-hidden="true">
      {tones.map(([sign, tone]) => {
        const width = total === 0 ? 0 : (share * parts[sign]) / total;
        const x = from;
        from += width;
        return width > 0 && <rect class={tone} x={percent(x)} y="0" width={percent(width)} height="100%" />;
      })}
    </svg>
  );
};
