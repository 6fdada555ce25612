import type { ComponentChildren } from 'preact';

interface Props<V> {
  name: string;
  legend: ComponentChildren;
  values: readonly V[];
  chosen: V | undefined;
  /** What stands for a value: its picture and its word. */
  show(value: V, index: number): ComponentChildren;
  tone?(value: V): string | undefined;
  /** What the first and the last value mean, where values have no words of their own. */
  ends?: readonly string[];
  choose(value: V): void;
}

// Browsers click the radio that an arrow key moves to. That is looking around, not an answer.
let moving = false;

const doubleTapMs = 300;
let quietUntil = 0;

/** One question with one answer: a click, Enter or Space gives it; arrow keys only move. */
export const Choices = <V extends string | number>(props: Props<V>) => (
  <fieldset>
    <legend part="question">{props.legend}</legend>
    <div class={props.name}>
      {props.values.map((value, index) => (
        <label class={props.tone?.(value)} part="choice">
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={value === props.chosen}
            aria-describedby={props.ends && { 0: 'low', [props.values.length - 1]: 'high' }[index]}
            onKeyDown={(event) => {
              moving = event.key.startsWith('Arrow');
              // Not when held: the next question's answer is another press.
              if (event.key === 'Enter' && !event.repeat) props.choose(value);
            }}
            onKeyUp={(event) => {
              moving = false;
              // Browsers differ on whether Space clicks a radio that an arrow key has checked.
              if (event.key === ' ') {
                event.preventDefault();
                props.choose(value);
              }
            }}
            onClick={(event) => {
              // A double tap's second one falls on the next question, and answers nothing.
              if (event.detail && event.timeStamp < quietUntil) event.preventDefault();
              else if (!moving || event.detail) props.choose(value);
              quietUntil = event.timeStamp + doubleTapMs;
            }}
          />
          {props.show(value, index)}
        </label>
      ))}
    </div>
    {props.ends && (
      <div class="ends">
        <small id="low">{props.ends[0]}</small>
        <small id="high">{props.ends[1]}</small>
      </div>
    )}
  </fieldset>
);
