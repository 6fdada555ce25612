import { useEffect, useRef, useState } from 'preact/hooks';

const replies = [
  'Hello! This is Mar. How can I help?',
  'Let me look that up for you… Yes, it leaves on Tuesday evening.',
  'You are welcome. Anything else?',
];

export function SupportChat() {
  /** What was said, the support first and then in turns; null: no conversation. */
  const [lines, setLines] = useState<string[] | null>(null);
  const text = useRef<HTMLInputElement>(null);
  const isOpen = lines !== null;

  useEffect(() => {
    if (isOpen) text.current?.focus();
  }, [isOpen]);

  function say(event: Event) {
    event.preventDefault();
    const input = text.current as HTMLInputElement;
    const said = [...(lines ?? []), input.value];
    input.value = '';
    setLines([...said, replies[Math.min(said.length / 2, replies.length - 1)] as string]);
  }

  return (
    <aside id="chat" aria-label="Support chat">
      {lines === null ? (
        <button type="button" id="chat-open" onClick={() => setLines(replies.slice(0, 1))}>
          Questions? Chat with us
        </button>
      ) : (
        <div id="chat-panel">
          <header>
            <strong>Support</strong> <span>answers in a minute</span>
          </header>
          <ol id="chat-lines" aria-live="polite">
            {lines.map((line, place) => (
              <li key={place} class={place % 2 ? 'visitor' : 'support'}>
                {line}
              </li>
            ))}
          </ol>
          <form id="chat-form" onSubmit={say}>
            <input ref={text} aria-label="Message" autocomplete="off" placeholder="Write a message" required />
            <button type="submit">Send</button>
          </form>
          {/* The attribute is enough, also where the click takes the button itself away. */}
          <button type="button" id="chat-end" data-vivencia-touchpoint="support-chat" onClick={() => setLines(null)}>
            End chat
          </button>
        </div>
      )}
    </aside>
  );
}
