/** How long the event loop may be held, in ms: short beside the seconds that chat platforms give. */
const SLICE_MS = 20;

/** For long work in a running bot: call what it gives between steps, and it lets the event loop go whenever that is due. */
export function breather(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  };
}
