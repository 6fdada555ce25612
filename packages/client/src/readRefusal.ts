import { type ErrorCode, type InputError, VivenciaError } from './vivenciaError.ts';

interface Problem {
  code: ErrorCode;
  detail?: string;
  title?: string;
  errors?: InputError[];
}

/** An answer that is no success, as an error. */
export function readRefusal({ status, headers }: Response, body: string): VivenciaError {
  const frame = {
    status,
    retryAfter: retryAfterOf(headers),
    requestId: headers.get('x-request-id') ?? undefined,
  };
  const problem = problemIn(body);
  if (problem) {
    const { code, title = code, detail = title, errors = [] } = problem;
    return new VivenciaError({ ...frame, code, detail, errors });
  }
  const isElsewhere = status < 400 && headers.has('location');
  const detail = isElsewhere ? 'It leads elsewhere: give the address that it leads to.' : `It answered ${status}.`;
  return new VivenciaError({ ...frame, code: 'unexpected_answer', detail });
}

function problemIn(body: string): Problem | null {
  try {
    const problem = JSON.parse(body);
    return typeof problem?.code === 'string' ? problem : null;
  } catch {
    return null;
  }
}

/** Seconds; of a date, from when the answer says that it was given, because the clock here may be another. */
export function retryAfterOf(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(said)) return Number(said);
  const date = said.endsWith('GMT') ? Date.parse(said) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  const answered = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((date - (Number.isNaN(answered) ? Date.now() : answered)) / 1_000));
}
