import type { PromptChunk, ShowPrompt } from 'virtual:prompts';

/**
 * Keeps what was rehearsed for whoever asks first, if it is drawn of the same settings. Once something was asked, all is
 * compiled, and there is nothing left to rehearse.
 */
export function rehearsed(draw: PromptChunk['prepare']): PromptChunk {
  let kept: { own: Parameters<typeof draw>[0]; show: ShowPrompt } | undefined;
  let isOver = false;
  return {
    rehearse(own) {
      if (!isOver) kept = { own, show: draw(own) };
    },
    prepare(own) {
      const show = kept && kept.own === own ? kept.show : draw(own);
      kept = undefined;
      isOver = true;
      return show;
    },
  };
}
