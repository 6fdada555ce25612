import { type EmotionSetName, emotionsOffered } from '@vivencia/contract/emotionSet';
import type { TouchpointSettings } from '@vivencia/contract/touchpoint';
import { languageTitle } from '../kit/languageName.ts';
import { triggerWords } from '../kit/triggerWords.ts';
import type { View } from '../kit/view.ts';

/** One setting in words. */
export interface Said {
  label: string;
  text: string;
}

/** A touchpoint's settings as people read them, for whoever may not change them and for who must compare two. */
export function summaryOf(view: View, settings: TouchpointSettings): Said[] {
  const { words } = view;
  const our = words.settings;
  const yes = (on: boolean) => (on ? our.yes : our.no);
  const set =
    typeof settings.emotions === 'string' ? our.emotionSet[settings.emotions as EmotionSetName] : our.emotionSet.own;
  const offered = emotionsOffered(settings.emotions).map((emotion) => words.emotion[emotion]);
  const reasons = settings.reasons.map(
    ({ key, label }) =>
      `${key}: ${Object.entries(label)
        .map(([locale, text]) => `${text} (${locale})`)
        .join(', ')}`,
  );
  const wording = Object.entries(settings.wording).map(
    ([locale, texts]) => `${languageTitle(view, locale)}: ${Object.values(texts).join(' / ')}`,
  );
  const said: [string, string][] = [
    [our.titleLabel, settings.title],
    [our.stage, settings.stage ? our.stageOption[settings.stage] : our.noStage],
    [our.unexpected, yes(settings.unexpected)],
    [our.owner, settings.owner],
    [our.note, settings.note],
    [our.emotions, `${set}: ${offered.join(', ')}`],
    [our.strength, yes(settings.strength)],
    [our.comment, yes(settings.comment === 'optional')],
    [our.evaluation, settings.evaluation ? words.evaluation[settings.evaluation] : our.noEvaluation],
    [our.reasons, reasons.join(' · ')],
    [our.wording, wording.join(' · ')],
    [our.triggers, settings.triggers.map((trigger) => triggerWords(view, trigger)).join(' · ')],
    [our.sampling, view.figures.decimal(settings.sampling * 100)],
    [our.delay, view.figures.decimal(settings.delayMs / 1000)],
    [our.answeredDays, view.figures.decimal(settings.again.answeredDays)],
    [our.dismissedDays, view.figures.decimal(settings.again.dismissedDays)],
    [our.position, our.positionOption[settings.position]],
  ];
  return said.map(([label, text]) => ({ label, text: text || '–' }));
}
