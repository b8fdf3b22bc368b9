/** The window as a photographer needs it: opened, led about, still, and taken in every theme and size. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron } from '@playwright/test';
import { electronForPlaywright } from './electron-for-tests.mjs';

export const themes = ['dark', 'light'];
export const sizes = [[1280, 800], [1920, 1080]];
const patience = 8_000;

/** Resolves when no picture is being loaded and two frames were drawn since. Runs in the page. */
const stillPage = async (longest) => {
  const { document, requestAnimationFrame } = globalThis;
  const until = performance.now() + longest;
  const frame = () => new Promise((drawn) => { requestAnimationFrame(() => setTimeout(drawn, 20)); });
  const inSight = (element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < globalThis.innerHeight;
  };
  const waits = () => [...document.images].some((image) => !image.complete && inSight(image))
    || [...document.querySelectorAll('[aria-label="Loading"], [aria-busy="true"]')].some(inSight);
  await document.fonts.ready;
  await frame();
  for (let calm = 0; calm < 3 && performance.now() < until; calm = waits() ? 0 : calm + 1) await frame();
};

/** Opens the built app with a home of its own. `folder` takes the pictures of the screens. */
export async function openWindow({ data, home, args }, folder) {
  mkdirSync(home, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const launch = electronForPlaywright('--data', data, ...args);
  const env = { ...launch.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_DATA_HOME: join(home, '.local', 'share'), XDG_CACHE_HOME: join(home, '.cache') };
  // The window's own theme holds, not one that Playwright puts over it.
  const app = await _electron.launch({ ...launch, env, colorScheme: null });
  const page = await app.firstWindow();
  page.setDefaultTimeout(patience);
  const still = () => page.evaluate(stillPage, 4_000);
  const resize = ([width, height]) => app.evaluate(({ BrowserWindow }, size) => {
    const [window] = BrowserWindow.getAllWindows();
    window.setContentSize(...size);
  }, [width, height]);
  const wholeWindow = () => app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window.webContents.capturePage()).toPNG().toString('base64');
  });
  const light = (theme) => app.evaluate(({ nativeTheme }, name) => { nativeTheme.themeSource = name; }, theme);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const ready = async () => {
    await page.getByRole('main').waitFor();
    await still();
    await delay(80);
  };
  await resize(sizes[0]);
  await ready();

  return {
    app,
    page,
    press,
    still,
    light,
    /** Asks the hub what the page asks it. */
    ask: (name, input = {}) => page.evaluate(async ([call, wish]) => {
      const passed = await globalThis.alice.call(call, wish);
      const reply = typeof passed === 'string' ? JSON.parse(passed) : passed;
      if (!reply.ok) throw new Error(`${call}: ${reply.sentence}`);
      return reply.answer;
    }, [name, input]),
    button: (name, within = page) => within.getByRole('button', { name }).filter({ visible: true }).first(),
    radio: async (name) => { await page.getByRole('radio', { name }).first().click({ force: true }); },
    /** Does a command of the palette. */
    run: async (title) => {
      await press('Control+k');
      const field = page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox');
      await field.fill(`>${title}`);
      await page.getByRole('dialog', { name: 'Commands' }).getByRole('option', { name: title }).first().click();
      await field.waitFor({ state: 'hidden' });
    },
    /** The page as if nothing had been left open in it. */
    afresh: async () => {
      await page.evaluate(() => globalThis.alice.call('view/keep', {}));
      await page.reload();
      await ready();
    },
    /** Answers the system's dialogs about files and folders. */
    answerDialogs: (paths) => app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    }, paths),
    /** Takes what is in the window in each size and theme. `of` is another window's page, which keeps its size. */
    take: async (name, of = page) => {
      for (const size of of === page ? sizes : [sizes[0]]) {
        if (of === page) await resize(size);
        for (const theme of themes) {
          await light(theme);
          await delay(of === page ? 60 : 200);
          await of.evaluate(stillPage, 4_000);
          const path = join(folder, `${name}-${theme}-${size.join('x')}.png`);
          // Of a page that is zoomed the test tool knows only a part; the window knows all of it.
          if (await of.evaluate(() => globalThis.devicePixelRatio === 1)) await of.screenshot({ path, animations: 'disabled' });
          else writeFileSync(path, Buffer.from(await wholeWindow(), 'base64'));
        }
      }
      if (of === page) await resize(sizes[0]);
    },
    close: () => app.close(),
  };
}
