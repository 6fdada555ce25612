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
export const Choices = <V extends string | number>(props: Props<V>) => {
  const { name, values, ends } = props;
  // The group hears for its radios: three listeners for each are a good part of the time that they take to draw.
  const choose = ({ target }: Event) => {
    const chosen = values.find((value) => `${value}` === (target as HTMLInputElement).value);
    if (chosen !== undefined) props.choose(chosen);
  };
  return (
    <fieldset
      onKeyDown={(event) => {
        moving = event.key.startsWith('Arrow');
        // Not when held: the next question's answer is another press.
        if (event.key === 'Enter' && !event.repeat) choose(event);
      }}
      onKeyUp={(event) => {
        moving = false;
        // Browsers differ on whether Space clicks a radio that an arrow key has checked.
        if (event.key === ' ') {
          event.preventDefault();
          choose(event);
        }
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        // The key may be let go of elsewhere.
        moving &&= currentTarget.contains(relatedTarget as Node | null);
      }}
      onClick={(event) => {
        // A label's own click goes before its radio's.
        if ((event.target as Element).localName !== 'input' || (moving && !event.detail)) return;
        // A double tap's second one falls on the next question, and answers nothing.
        if (event.detail && event.timeStamp < quietUntil) event.preventDefault();
        else choose(event);
        quietUntil = event.timeStamp + doubleTapMs;
      }}
    >
      <legend part="question">{props.legend}</legend>
      <div class={name}>
        {values.map((value, index) => (
          <label class={props.tone?.(value)} part="choice">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.chosen}
              aria-describedby={ends && { 0: 'low', [values.length - 1]: 'high' }[index]}
            />
            {props.show(value, index)}
          </label>
        ))}
      </div>
      {ends && (
        <div class="ends">
          <small id="low">{ends[0]}</small>
          <small id="high">{ends[1]}</small>
        </div>
      )}
    </fieldset>
  );
};
