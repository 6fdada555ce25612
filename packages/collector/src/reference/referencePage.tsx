import { html, raw } from 'hono/html';
import type { CompleteDocument } from '../api/openApiDocument.ts';
import { icon } from '../page/kit/icon.ts';
import { anchorOf, Contents, OperationLinks } from './contents.tsx';
import { Objects } from './objects.tsx';
import { OperationPart } from './operationPart.tsx';
import { operationsByTag } from './operations.ts';
import { placesOf } from './places.ts';
import { Refusals } from './refusals.tsx';
import { Start } from './start.tsx';
import { style } from './style.ts';

interface ReferencePageProps {
  document: CompleteDocument;
  /** Base address of the collector, without a slash at its end. */
  url: string;
}

/** What all routes say of themselves, to be read. */
export const ReferencePage = ({ document, url }: ReferencePageProps) => {
  const groups = operationsByTag(document);
  const places = placesOf(document);
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>API reference · Vivencia</title>
        <link rel="icon" href={icon} />
        <style>{raw(style)}</style>
      </head>
      <body>
        <a class="skip" href="#start">
          Skip the contents
        </a>
        <Contents groups={groups} />
        <main>
          <Start url={url} />
          {groups.map(({ tag, operations }) => (
            <section id={anchorOf(tag.name)}>
              <div class="group">
                <div>
                  <h2>{tag.name}</h2>
                  <p class="lead">{tag.description}</p>
                </div>
                <OperationLinks operations={operations} />
              </div>
              {operations.map((operation) => (
                <OperationPart {...{ operation, document, places }} />
              ))}
            </section>
          ))}
          <Objects {...{ document, places }} />
          <Refusals problem={document.components?.schemas?.Problem} />
        </main>
      </body>
    </html>
  )}`;
};
