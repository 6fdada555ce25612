/** What holds for all operations, and what the examples presume. */
export const Start = ({ url }: { url: string }) => (
  <section class="operation" id="start">
    <div>
      <h1>API reference</h1>
      <p class="lead">
        What was felt at each touchpoint, delivered, scored and looked up. The same for programs:{' '}
        <a href="openapi.json">openapi.json</a>, OpenAPI 3.1.
      </p>
      <p>
        <b>Keys.</b> A secret key <code>sk_…</code> goes as a bearer token. It has scopes: <code>ingest</code> tells,{' '}
        <code>read</code> reads, <code>manage</code> settles and erases. It belongs on a server.
      </p>
      <p>
        <b>What is kept.</b> A 2xx to what changes something means that it is on disk. HEAD is answered wherever GET is.
      </p>
      <p>
        <b>Limits.</b> <code>RateLimit</code> says what is left; beyond it is 429 with <code>Retry-After</code>. A body
        has 64 KiB at most.
      </p>
      <p>
        <b>Reading again.</b> Hand an <code>ETag</code> back as <code>If-None-Match</code>: 304 where it is still right.
      </p>
    </div>
    <div class="examples">
      <figure>
        <figcaption>Make a key</figcaption>
        <pre>vivencia key add --site "Shop" --scope ingest</pre>
      </figure>
      <figure>
        <figcaption>Before the examples (curl 7.82 or later)</figcaption>
        <pre>{`export VIVENCIA_URL="${url}"\nexport AUTH="Authorization: Bearer sk_…"`}</pre>
      </figure>
    </div>
  </section>
);
