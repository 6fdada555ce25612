/** What a reader reads: without tags, with single blanks. */
export const read = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<(title|svg).*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ');

export const headlineOf = (page: string) => read(/<h1>(.*?)<\/h1>/s.exec(page)?.[1] ?? '');

/** Below the headline. */
export const leadOf = (page: string) => read(/<\/h1><p class="lead">(.*?)<\/p>/s.exec(page)?.[1] ?? '');

/** The table's rows with all that is folded away in them, by touchpoint title. */
export const rowsOf = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<tbody.*?<bdi class="big">(.*?)<\/bdi>.*?<\/tbody>/gs)].map(([row, title = '']) => [
      title,
      read(row.replaceAll(/<(dt|dd|li)/g, ' <$1')).trim(),
    ]),
  );
