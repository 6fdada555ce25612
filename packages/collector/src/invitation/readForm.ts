import { type Emotion, emotions } from '@vivencia/contract/emotion';
import { responseLimits } from '@vivencia/contract/response';
import { evaluationBounds, type Strength, strengthBounds } from '@vivencia/contract/scale';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import type { Context } from 'hono';
import { cleanComment } from '../http/text.ts';
import type { More } from './answerState.ts';
import { isBesideReasons, type Step } from './steps.ts';

/** The fields of a form as browsers send them; none where it is something else. */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? await c.req.text() : '');
}

export const emotionOf = (text: string | null | undefined): Emotion | null =>
  emotions.find((emotion) => emotion === text) ?? null;

/** What a step's form says; `null` where it says nothing that the step asks for. */
export function readStep(step: Step, form: URLSearchParams, settings: TouchpointSettings): More | null {
  switch (step) {
    case 'emotion': {
      const emotion = emotionOf(form.get('emotion'));
      return emotion && { emotion };
    }
    case 'strength': {
      const strength = wholeNumber(form.get('strength'), strengthBounds);
      return strength === null ? null : { strength: strength as Strength };
    }
    case 'evaluation': {
      const scale = settings.evaluation;
      const value = scale && wholeNumber(form.get('evaluation'), evaluationBounds[scale]);
      return scale === null || value === null ? null : { evaluation: { scale, value } };
    }
    case 'reasons': {
      const offered = new Set(settings.reasons.map(({ key }) => key));
      const reasons = [...new Set(form.getAll('reasons'))].sort();
      const isGood = reasons.length <= responseLimits.reasons && reasons.every((key) => offered.has(key));
      if (!isGood) return null;
      return isBesideReasons(settings) ? { reasons, comment: commentOf(form) } : { reasons };
    }
    case 'comment':
      return { comment: commentOf(form) };
    case 'thanks':
      return null;
  }
}

function wholeNumber(text: string | null, { min, max }: { min: number; max: number }): number | null {
  const number = /^\d{1,2}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return number >= min && number <= max ? number : null;
}

/** Cut where it is too long: browsers let nobody write more, and who gets around that must not lose the rest. */
const commentOf = (form: URLSearchParams) =>
  cleanComment((cleanComment(form.get('comment') ?? '') ?? '').trim().slice(0, responseLimits.comment));
