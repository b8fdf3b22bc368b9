import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import type { Alice } from './support/alice';
import { dragOver } from './support/drag';
import { expect, test } from './support/filled';
import { put } from './support/folders';
import { test as freshTest } from './support/test';
import { go, inboxRow } from './support/window';

/** What the browser says when the policy, or the session behind it, has refused something. */
const refusals = /Content Security Policy|Trusted|Refused to|ERR_BLOCKED_BY_CLIENT|ERR_FAILED|Failed to load resource|violates|Not allowed to/;

test('[A32] the page has nothing of Node, and every window is sandboxed and isolated', async ({ filled }) => {
  const { app, page } = filled;
  const reach = await page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    module: typeof Reflect.get(globalThis, 'module'),
    Buffer: typeof Reflect.get(globalThis, 'Buffer'),
    alice: Object.keys(window.alice).sort(),
    isFrozen: !Reflect.set(window.alice, 'more', () => 'x') || !('more' in window.alice),
  }));
  expect(reach).toEqual({
    require: 'undefined', process: 'undefined', module: 'undefined', Buffer: 'undefined', alice: ['addFiles', 'call', 'on'], isFrozen: true,
  });
  const windows = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => (Reflect.get(contents, 'getLastWebPreferences') as () => object).call(contents)));
  expect(windows).toHaveLength(1);
  for (const preferences of windows) {
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(Object.entries(preferences).filter(([name, on]) => on === true && /insecure|experimental|nodeIntegration|blink/i.test(name))).toEqual([]);
  }
});

freshTest('[A32] a further window is as tight as the first, and has no bridge at all', async ({ alice }) => {
  const docs = alice.app.waitForEvent('window');
  await alice.app.evaluate(({ Menu }) => {
    const help = Menu.getApplicationMenu()?.items.find(({ role }) => role?.toLowerCase() === 'help')?.submenu?.items ?? [];
    help.find(({ label }) => label === 'Event Documentation')?.click();
  });
  const page = await docs;
  await page.waitForLoadState();
  const reach = await page.evaluate(() => ['alice', 'require', 'process', 'module'].map((name) => typeof Reflect.get(globalThis, name)));
  expect(reach).toEqual(['undefined', 'undefined', 'undefined', 'undefined']);
  const windows = await alice.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => (Reflect.get(contents, 'getLastWebPreferences') as () => object).call(contents)));
  expect(windows).toHaveLength(2);
  for (const preferences of windows) {
    expect(preferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true });
    expect(preferences).toMatchObject({ webviewTag: false });
    expect(preferences).not.toMatchObject({ navigateOnDragDrop: true });
    expect(Object.entries(preferences).filter(([name, on]) => on === true && /insecure|experimental|nodeIntegration|blink/i.test(name))).toEqual([]);
  }
});

test('[A33] a strict policy comes with the page, and what is slipped into it is refused and reported', async ({ filled }) => {
  const { page } = filled;
  filled.expectProblem(refusals);
  const policy = await page.evaluate(async () => (await fetch('app://alice/index.html')).headers.get('content-security-policy'));
  for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'"]) {
    expect(policy?.split('; ')).toContain(part);
  }
  expect(policy).not.toMatch(/unsafe|https?:|\*/);

  const outcome = await page.evaluate(async () => {
    const reported: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => reported.push(effectiveDirective));
    const script = document.createElement('script');
    const style = document.createElement('style');
    style.append('body { outline: 9px solid red }');
    const thrown: string[] = [];
    const attempt = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        thrown.push((error as Error).name);
      }
    };
    attempt(() => { document.head.append(style); });
    attempt(() => { script.append('window.slippedIn = true'); });
    attempt(() => { script.src = 'data:text/javascript,window.slippedIn = true'; });
    // Text that is put into a script behind its back is seen when it is about to run.
    const text = document.createTextNode('window.slippedIn = true');
    attempt(() => { document.createElementNS('http://www.w3.org/1999/xhtml', 'div').append(text, script); });
    attempt(() => { script.append(text); });
    attempt(() => { document.head.append(script); });
    attempt(() => Reflect.set(document.createElement('div'), ['inner', 'HTML'].join(''), '<img src=x onerror="window.slippedIn = true">'));
    attempt(() => { Reflect.apply(setTimeout, window, ['window.slippedIn = true']); });
    const button = document.createElement('button');
    attempt(() => { button.setAttribute('onclick', 'window.slippedIn = true'); });
    attempt(() => { button.click(); });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    return { reported: [...new Set(reported)].sort(), thrown, ran: 'slippedIn' in window, outline: getComputedStyle(document.body).outlineWidth };
  });
  expect(outcome.ran).toBe(false);
  expect(outcome.outline).not.toBe('9px');
  expect(outcome.reported).toContain('style-src-elem');
  expect(outcome.reported).toContain('require-trusted-types-for');
  expect(outcome.thrown).toContain('TypeError');
});

/** A server of our own that counts who comes: a request that reached it has left the app. */
async function withServer(work: (address: string) => Promise<void>): Promise<number> {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.setHeader('access-control-allow-origin', '*');
    response.end('hello');
  });
  server.on('connection', () => (visits += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await work(`127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return visits;
}

/** Tries every way out that a page has. */
const tryToLeave = (page: Page, address: string) =>
  page.evaluate(async (to) => {
    const refused = (work: Promise<unknown>) => work.then(() => false, () => true);
    const opened = (make: () => object) =>
      new Promise((resolve, reject) => Object.assign(make(), { onload: resolve, onopen: resolve, onerror: reject }));
    const image = (src: string) => opened(() => Object.assign(new Image(), { src }));
    const socket = (url: string) => opened(() => new WebSocket(url));
    const source = (url: string) => opened(() => new EventSource(url));
    navigator.sendBeacon(`http://${to}/beacon`, 'x');
    return {
      fetch: await refused(fetch(`http://${to}/fetch`)),
      secure: await refused(fetch(`https://${to}/fetch`)),
      image: await refused(image(`http://${to}/image.png`)),
      socket: await refused(socket(`ws://${to}/socket`)),
      events: await refused(source(`http://${to}/events`)),
      file: await refused(fetch('file:///etc/hostname')),
    };
  }, address);

const allRefused = { fetch: true, secure: true, image: true, socket: true, events: true, file: true };

test('[A34] no request leaves the app, nor would one if the policy of the page were gone', async ({ filled }) => {
  const { page } = filled;
  filled.expectProblem(refusals);
  filled.expectProblem(/WebSocket|EventSource/);
  let session: CDPSession | undefined;
  const visits = await withServer(async (address) => {
    expect(await tryToLeave(page, address)).toEqual(allRefused);
    session = await page.context().newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    expect(await tryToLeave(page, address)).toEqual(allRefused);
  });
  await session?.send('Page.setBypassCSP', { enabled: false });
  await session?.detach();
  expect(visits).toBe(0);
});

test('[A35] every permission is denied but that of copying text', async ({ filled }) => {
  const answers = await filled.page.evaluate(async () => {
    const state = (name: string) => navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state, () => 'unknown');
    const works = (work: () => Promise<unknown>) => Promise.resolve().then(work).then(() => 'granted', () => 'denied');
    return {
      geolocation: await state('geolocation'),
      camera: await state('camera'),
      microphone: await state('microphone'),
      notifications: await state('notifications'),
      midi: await state('midi'),
      notification: await Notification.requestPermission(),
      media: await works(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      screen: await works(() => navigator.mediaDevices.getDisplayMedia()),
      read: await works(() => navigator.clipboard.readText()),
      midi_access: await works(() => navigator.requestMIDIAccess()),
      wake: await works(() => navigator.wakeLock.request('screen')),
    };
  });
  expect(new Set(Object.values(answers))).toEqual(new Set(['denied']));
});

test('[A36] the page cannot be led away, nor open a window or hold a web view', async ({ filled }) => {
  const { app, page } = filled;
  filled.expectProblem(refusals);
  const home = page.url();
  const count = () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  const visits = await withServer(async (address) => {
    for (const target of [`http://${address}/`, 'file:///etc/hostname', 'app://alice/other.html', 'app://other/index.html', 'data:text/html,x']) {
      await page.evaluate((to) => { location.href = to; }, target).catch(() => undefined);
      await page.evaluate((to) => { Object.assign(document.createElement('a'), { href: to, target: '_blank' }).click(); }, target);
      expect(await page.evaluate((to) => window.open(to), target)).toBeNull();
    }
    await page.evaluate((to) => {
      const form = Object.assign(document.createElement('form'), { action: `http://${to}/`, method: 'post' });
      document.body.append(form);
      form.submit();
    }, address);
  });
  expect(visits).toBe(0);
  const view = await page.evaluate(() => {
    const element = document.body.appendChild(document.createElement('webview'));
    element.setAttribute('src', 'data:text/html,x');
    return typeof Reflect.get(element, 'getURL');
  });
  expect(view).toBe('undefined');
  expect(await page.evaluate(() => location.href)).toBe(home);
  expect(await count()).toBe(1);
});

freshTest('[A36] a page that is dropped on the window is a file like any other: it does not replace the window', async ({ alice, folders }) => {
  const { page } = alice;
  const home = page.url();
  await (await dragOver(page, [put(join(folders.desk, 'page.html'), '<h1>Elsewhere</h1>')])).drop();
  await go(page, 'Inbox');
  await expect(inboxRow(page, 'page.html')).toContainText('This is not a picture or video that Alice knows');
  expect(await page.evaluate(() => location.href)).toBe(home);
  await expectOneWindow(alice);
});

async function expectOneWindow({ app }: Alice): Promise<void> {
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
}
