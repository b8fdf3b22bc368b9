import { layer, onStage, press, shownLibrary, type Sight, sightOf, standOn, told } from './support/culling';
import { expect, photograph, test } from './support/test';
import { go, pictureCell, story } from './support/window';

test('[R67] pictures side by side are zoomed and pushed together, whatever their shapes, and what differs is marked', async ({ alice }, info) => {
  const { page } = alice;
  await shownLibrary(alice, 6);
  await standOn(page, pictureCell(page, /^harbor01-001/));
  await press(page, 'c');
  await expect(onStage(page)).toHaveAccessibleName('harbor01-001.png');
  await press(page, 'c');
  const left = layer(page).getByRole('region', { name: /^A, harbor01-001\.png/ });
  await expect(left).toContainText('view 0');
  await expect(layer(page).getByRole('region', { name: /^B, harbor02-001\.png/ })).toContainText('view 1');
  await layer(page).getByRole('radio', { name: 'Four' }).click();
  const stages = ['A', 'B', 'C', 'D'].map((letter) => layer(page).getByRole('group', { name: `Picture ${letter}` }));
  await expect(stages[3]!.getByRole('img')).toBeVisible();
  // They are looked at one after the other, so what still moves is looked at again; a zoom is known to a pixel, no better.
  const agree = async (): Promise<Sight> => {
    let first = await sightOf(stages[0]!);
    await expect(async () => {
      const sights = await Promise.all(stages.map(sightOf));
      first = sights[0]!;
      for (const one of sights) {
        expect(one.x).toBeCloseTo(first.x, 2);
        expect(one.y).toBeCloseTo(first.y, 2);
        expect(Math.abs(one.zoom / first.zoom - 1)).toBeLessThan(0.01);
      }
    }).toPass({ timeout: 5_000 });
    return first;
  };
  expect((await agree()).zoom).toBeCloseTo(1, 2);
  const box = (await stages[2]!.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.3);
  await page.mouse.wheel(0, -600);
  await expect.poll(async () => (await sightOf(stages[0]!)).zoom).toBeGreaterThan(2);
  const near = await agree();
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.4, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await sightOf(stages[0]!)).x).not.toBeCloseTo(near.x, 3);
  const pushed = await agree();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await sightOf(stages[0]!)).x).toBeLessThan(pushed.x);
  await agree();
  await photograph(alice, info, 'four, zoomed together');
});

test('[R68] side by side: the focused one is rated, swapped, and kept while the others give way', async ({ alice }) => {
  const { page } = alice;
  await shownLibrary(alice, 4);
  await standOn(page, pictureCell(page, /^harbor01-001/));
  await press(page, 'c');
  await expect(onStage(page)).toHaveAccessibleName('harbor01-001.png');
  await press(page, 'c', 'ArrowRight');
  await expect(layer(page).getByRole('region', { name: 'B, harbor02-001.png, chosen' })).toBeVisible();
  await press(page, '4');
  await expect(told(page)).toHaveText('Rated four stars: harbor02-001.png, your rating four stars.');
  await press(page, 'n');
  await expect(layer(page).getByRole('region', { name: 'B, harbor03-001.png, chosen' })).toBeVisible();
  await press(page, 'Enter');
  await expect(layer(page).getByRole('region', { name: 'B, harbor03-001.png, chosen' })).toBeVisible();
  await expect(layer(page).getByRole('region', { name: /^A, harbor04-001\.png/ })).toBeVisible();
  await press(page, 'Enter');
  await expect(onStage(page)).toHaveAccessibleName('harbor03-001.png');
  await expect(told(page)).toHaveText(/^harbor03-001\.png, .* is the one that is left\.$/);
  await press(page, 'Escape');
  await expect(pictureCell(page, /^harbor02-001\.png, 4 of 5 stars, your rating/)).toBeVisible();
  await go(page, 'Timeline');
  await expect(story(page, /Preferred in a comparison|Compared/).or(page.getByText('Preferred in a comparison')).first()).toBeVisible();
});
