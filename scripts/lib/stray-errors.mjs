import { writeFileSync } from 'node:fs';

/**
 * A reporter for vitest: errors that belong to no test, such as a promise that nobody awaited or a worker that died. They fail a run
 * whose tests all passed, and the JSON report does not hold them.
 */
export class StrayErrors {
  constructor(path) {
    this.path = path;
  }

  onTestRunEnd(_modules, errors) {
    if (errors.length === 0) return;
    writeFileSync(this.path, JSON.stringify(errors.map(({ name, message, stack, VITEST_TEST_NAME: test }) => ({
      name: test ?? name ?? 'an error outside of any test',
      why: stack ?? message ?? 'It says nothing of itself.',
    }))));
  }
}
