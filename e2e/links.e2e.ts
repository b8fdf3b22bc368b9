import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../src/main/testing/trees';
import { startInTerminal } from './support/alice';
import { expectFilled, fillInbox } from './support/filled';
import { expect, test } from './support/test';
import { go, inspector, message } from './support/window';

test('[D2] a link that is followed while Alice is open brings her window to the picture, and one that leads nowhere says so', async ({ open, folders }) => {
  await fillInbox(folders);
  const alice = await open();
  await expectFilled(alice);
  await go(alice.page, 'Timeline');
  const hash = hashOf(readFileSync(join(folders.inbox, 'harbor', 'one.png')));
  const second = startInTerminal(folders, [`alice://asset/${hash}`]);
  await expect(inspector(alice.page).getByRole('heading', { level: 2 })).toHaveText('harbor-001.png');
  second.child.kill();
  const third = startInTerminal(folders, [`alice://asset/${'0'.repeat(64)}`]);
  await expect(message(alice.page, 'The picture of this link is not in this library.')).toBeVisible();
  third.child.kill();
});
