/** Runs in the window: times jumps from the press to the rows on the screen. */
export function watchJumps() {
  const { document, requestAnimationFrame, MutationObserver, MessageChannel, alice } = globalThis;
  let jump = null;
  document.addEventListener('pointerdown', (event) => {
    if (jump !== null && event.target.closest('[role="slider"]') !== null) jump.pressed = event.timeStamp;
  }, { capture: true });
  const isRow = (node) => node.nodeType === 1 && node.matches('[data-row]');
  new MutationObserver((changes) => {
    // Rows are drawn into the elements of those before, whose names are then others.
    const come = ({ type, addedNodes }) => type === 'attributes' || [...addedNodes].some(isRow);
    if (!jump?.pressed || jump.rows || !changes.some(come)) return;
    jump.rows = performance.now() - jump.pressed;
    // What stands in the document when a frame begins is on the screen when it has ended.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => jump.done({ rows: jump.rows, screen: performance.now() - jump.pressed });
      channel.port2.postMessage(null);
    });
  }).observe(document.querySelector('main'), { childList: true, subtree: true, attributeFilter: ['data-row', 'id'] });

  globalThis.benchJumps = {
    async callTime(name, input) {
      const began = performance.now();
      JSON.parse(await alice.call(name, input));
      return performance.now() - began;
    },
    begin() {
      jump = { pressed: 0, rows: 0 };
      jump.finished = new Promise((resolve) => { jump.done = resolve; });
    },
    async jump() {
      const times = await Promise.race([jump.finished, new Promise((resolve) => { setTimeout(() => resolve(null), 3_000); })]);
      jump = null;
      // The same page once more, alone: what of it is the main process and the way there.
      const at = new Date(Date.now() - Math.random() * 390 * 86_400_000).toISOString();
      const wish = { before: null, at, limit: 300, families: [], text: '', patterns: [] };
      const answer = await globalThis.benchJumps.callTime('timeline/page', wish);
      return times === null ? { answer } : { answer, ...times };
    },
  };
}
