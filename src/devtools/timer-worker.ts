/** Answers `{ id, delay }` with the id after so many milliseconds. */
addEventListener('message', ({ data }: MessageEvent<{ readonly id: number; readonly delay: number }>) => {
  setTimeout(() => postMessage(data.id), data.delay);
});
