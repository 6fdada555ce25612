import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that can be had again: the same seed draws the same. */
export class Dice {
  private constructor(private readonly generator: ReturnType<typeof xoroshiro128plus>) {}

  /** As many dice as are wanted of one seed; what one draws changes nothing for the others. */
  static *ofSeed(seed: number): Generator<Dice, never> {
    const generator = xoroshiro128plus(seed);
    for (;;) {
      generator.jump();
      yield new Dice(generator.clone());
    }
  }

  /** 0 ≤ … < 1 */
  share(): number {
    return uniformFloat64(this.generator);
  }

  chance(probability: number): boolean {
    return this.share() < probability;
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.share() * list.length)] as T;
  }

  /** One of the names, each as often as its weight says; `null` where none has any. */
  pick<Name extends string>(weights: Partial<Record<Name, number>>): Name | null {
    const entries = Object.entries(weights) as [Name, number][];
    let left = this.share() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      if (left < weight) return name;
      left -= weight;
    }
    return null;
  }

  /** Normally distributed, with mean 0 and deviation 1 (Box & Muller 1958). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share());
  }

  /** Eight hexadecimal digits. */
  hex(): string {
    return (this.generator.next() >>> 0).toString(16).padStart(8, '0');
  }
}
