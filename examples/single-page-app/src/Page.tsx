import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

let arrivals = 0;

/** What a route shows: it names the document, and takes the focus when the visitor comes from another route. */
export function Page({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Tostadero`;
    if (arrivals++) heading.current?.focus();
  }, [title]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
