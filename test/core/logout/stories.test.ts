import { expect, test } from 'vitest';
import { analyse, exchangesOf } from '../recording.ts';
import { stories, storyHar } from '../stories.ts';

test.each(stories.map((story) => [story.id, story] as const))('%s: the first cause named is the one that it was', async (_, story) => {
  const analysis = await analyse(exchangesOf(storyHar(story)), story.secrets);
  const [first = null] = analysis.logouts().map(({ cause }) => cause);
  expect(story.expected.causes).toContain(first);
});
