import { type Emotion, emotionSign } from '@vivencia/contract/emotion';
import type { AcceptedState } from '../../../../packages/collector/src/store/delivery.ts';

type Trait = 'plan' | 'device' | 'locale' | 'channel';
const traits: Trait[] = ['plan', 'device', 'locale', 'channel'];

/** Where two values of a trait differ one way, and the other way within each value of another trait, beyond chance. */
export function reversals(states: AcceptedState[]): string[] {
  const felt = states.filter(({ emotion, strength }) => emotion && (strength !== null || signOf(emotion) === 0));
  const found = new Set<string>();
  for (const touchpoint of new Set(felt.map((state) => state.touchpoint))) {
    const answers = felt.filter((state) => state.touchpoint === touchpoint);
    for (const trait of traits) {
      for (const within of traits.filter((other) => other !== trait)) {
        for (const [a, b] of pairs(valuesOf(answers, trait))) {
          const difference = (of: AcceptedState[]) =>
            differenceOf(
              of.filter((state) => traitOf(state, trait) === a),
              of.filter((state) => traitOf(state, trait) === b),
            );
          const strata = valuesOf(answers, within).map((value) =>
            answers.filter((state) => traitOf(state, within) === value),
          );
          const all = difference(answers);
          const standardised = weighted(strata.map((stratum) => ({ ...difference(stratum), weight: stratum.length })));
          if (isReal(all) && isReal(standardised) && all.value * standardised.value < 0) {
            found.add(`${touchpoint}: ${trait} by ${within}`);
          }
        }
      }
    }
  }
  return [...found];
}

interface Differing {
  value: number;
  variance: number;
}

const isReal = ({ value, variance }: Differing) => Math.abs(value) > 1.96 * Math.sqrt(variance);

const signOf = (emotion: Emotion | null) => (emotion ? emotionSign[emotion] : 0);

const traitOf = ({ segment, locale, channel }: AcceptedState, trait: Trait) =>
  trait === 'locale' ? locale : trait === 'channel' ? channel : segment.find(([name]) => name === trait)?.[1];

const valuesOf = (states: AcceptedState[], trait: Trait) =>
  [...new Set(states.map((state) => traitOf(state, trait)))].toSorted();

const pairs = <T>(list: T[]) => list.flatMap((a, place) => list.slice(place + 1).map((b) => [a, b] as const));

/** Of mean signed intensity; none where either side has fewer than five. */
function differenceOf(left: AcceptedState[], right: AcceptedState[]): Differing {
  if (left.length < 5 || right.length < 5) return { value: 0, variance: 0 };
  const [a, b] = [meanOf(left), meanOf(right)];
  return { value: a.value - b.value, variance: a.variance + b.variance };
}

function meanOf(states: AcceptedState[]): Differing {
  const values = states.map(({ emotion, strength }) => (signOf(emotion) * (strength ?? 0)) / 5);
  const value = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - value) ** 2, 0);
  return { value, variance: squares / (values.length - 1) / values.length };
}

function weighted(parts: (Differing & { weight: number })[]): Differing {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return {
    value: parts.reduce((sum, { value, weight }) => sum + (value * weight) / total, 0),
    variance: parts.reduce((sum, { variance, weight }) => sum + variance * (weight / total) ** 2, 0),
  };
}
