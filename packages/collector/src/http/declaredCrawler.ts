/** What crawlers call themselves that are neither a bot, a spider nor a crawler by name. */
const namedOtherwise =
  /\b(facebookexternalhit|facebookcatalog|meta-externalagent|mediapartners-google|apis-google|googleother|google-inspectiontool|feedfetcher-google|ia_archiver|heritrix|slurp|embedly|skypeuripreview)\b/i;

/** Googlebot, bingbot, AhrefsBot … but no phone called CUBOT. */
const namedSo = /(?<!\bcu)bot\b|(?:spider|crawler)\b/i;

/** "(+http://www.example.com/about-us)": crawlers say where they are explained; HTTP libraries, where their source is. */
const explained = /\+https?:\/\/(?!(?:www\.)?github\.com\/)/i;

/**
 * Whether a User-Agent declares itself to be a crawler. Tools that people and backends use (curl, python-requests,
 * headless browsers) do not.
 */
export const isDeclaredCrawler = (agent: string | undefined): boolean =>
  agent !== undefined && (namedSo.test(agent) || explained.test(agent) || namedOtherwise.test(agent));
