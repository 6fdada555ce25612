import type { Story } from '../story.ts';
import { chatStory } from './chatStory.ts';
import { checkoutStory } from './checkoutStory.ts';
import { returnsStory } from './returnsStory.ts';

export const stories = { checkout: checkoutStory, chat: chatStory, returns: returnsStory } satisfies Record<
  string,
  Story
>;

export type StoryName = keyof typeof stories;

export const storyNames = Object.keys(stories) as StoryName[];
