import { describe, expect, it } from 'vitest';
import { hasTrayHost } from './tray-host';
import { trayMenu, trayModelOf } from './tray-menu';

const fine = { set_up: true, watching: 'on', paused: null, trouble: null } as const;
const none = { waiting: 0, working: 0, set_aside: 0 };
const picture = (file_name: string) => ({ content_hash: 'ab'.repeat(32), file_name });

describe('[D105] the icon in the tray', () => {
  it.each([
    [fine, none, 'watching', 'Everything is filed', true],
    [fine, { waiting: 12, working: 3, set_aside: 0 }, 'watching', '3 working, 12 waiting', true],
    [fine, { waiting: 0, working: 0, set_aside: 2 }, 'watching', '2 files set aside', true],
    [{ ...fine, watching: 'paused' as const }, none, 'paused', 'Paused', false],
    [{ ...fine, watching: 'paused' as const }, { ...none, waiting: 1_200 }, 'paused', 'Paused, 1,200 waiting', false],
    [{ ...fine, paused: 'The disk is full.' }, none, 'trouble', 'Alice needs you: no file is touched at the moment', null],
    [{ ...fine, watching: 'off' as const, trouble: 'gone' }, none, 'trouble', 'Alice needs you: no file is touched at the moment', null],
    [{ ...fine, set_up: false, watching: 'off' as const }, null, 'watching', 'Waiting for the first choice of folders', null],
  ])('[D105] for %j and %j is %s and says: %s', (status, counts, state, sentence, watching) => {
    expect(trayModelOf(status, counts, [])).toMatchObject({ state, sentence, watching });
  });

  it('[D105] has a menu that says what is done, switches the watching, and leads to the window, the inbox and the last pictures', () => {
    const done: string[] = [];
    const menu = trayMenu(trayModelOf(fine, none, [picture('harbor-001.png'), picture(`R&D ${'x'.repeat(80)}\u202egnp.png`)]), {
      open: () => done.push('open'),
      openInbox: () => done.push('inbox'),
      openPicture: (hash) => done.push(hash.slice(0, 4)),
      setWatching: (watching) => done.push(watching),
      quit: () => done.push('quit'),
    });
    const labels = menu.map(({ label, type, enabled }) => (type === 'separator' ? '-' : `${label}${enabled === false ? ' (off)' : ''}`));
    expect(labels).toEqual([
      'Everything is filed (off)', '-', 'Open Alice', 'Open Inbox Folder', 'Watch the Inbox', '-', 'Filed Last (off)', 'harbor-001.png',
      expect.stringMatching(/^R&&D x+…x+\\u202egnp\.png$/), '-', 'Quit Alice',
    ]);
    for (const item of menu) (item.click as (() => void) | undefined)?.();
    expect(done).toEqual(['open', 'inbox', 'paused', 'abab', 'abab', 'quit']);
  });

  it('[D105] offers no switch while there is nothing to switch', () => {
    const idle = () => undefined;
    const act = { open: idle, openInbox: idle, openPicture: idle, setWatching: idle, quit: idle };
    const [watch] = trayMenu(trayModelOf({ ...fine, paused: 'The disk is full.' }, none, []), act).filter(({ type }) => type === 'checkbox');
    expect(watch).toMatchObject({ enabled: false, checked: false });
  });

  it.each([
    ['win32', null, true],
    ['darwin', null, true],
    ['linux', '(true,)\n', true],
    ['linux', 'method return sender=:1.2\n   boolean true\n', true],
    ['linux', '(false,)\n', false],
    ['linux', null, false],
  ] as const)('[D106] on %s, when the session answers %j, there is a place for it: %s', async (platform, answer, there) => {
    expect(await hasTrayHost(platform, async () => answer)).toBe(there);
  });
});
