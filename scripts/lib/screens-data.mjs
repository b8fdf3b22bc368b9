/** The three data sets of the screens: nothing, the samples that come with Alice, and ten thousand pictures. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { inRoot } from './paths.mjs';
import { say, Trouble } from './say.mjs';

const samples = inRoot('resources', 'sample-inbox');
const title = 'lantern-harbor';

/** A world of folders below the system's temporary one. */
export function freshWorld() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'alice-screens-')));
  const [data, inbox, organized, home, desk] = ['data', 'inbox', 'organized', 'home', 'desk'].map((name) => {
    mkdirSync(join(root, name));
    return join(root, name);
  });
  return { root, data, inbox, organized, home, desk, args: ['--inbox', inbox, '--organized', organized] };
}

/** The samples in the inbox, one of them smaller once more, and a file that stops in the middle. */
export async function smallWorld() {
  const world = freshWorld();
  cpSync(samples, world.inbox, { recursive: true });
  const whole = readFileSync(join(samples, title, '00012-2847561093.png'));
  writeFileSync(join(world.inbox, title, '00014-stopped.png'), whole.subarray(0, 200_000));
  await sharp(join(samples, 'ringed-world.jpg')).resize({ width: 640 }).jpeg({ quality: 60 }).toFile(join(world.inbox, 'ringed-world-small.jpg'));
  return world;
}

/** Ten thousand pictures; the newest have real files. Made once in `data`, and used again. */
export function largeWorld(data) {
  if (!existsSync(join(data, 'log.sqlite'))) {
    say('Making a library of 10,000 pictures.');
    const script = inRoot('scripts', 'samples', 'make-library.mjs');
    const args = [script, '--data', data, '--assets', '10000', '--thumbnails', '10000', '--real', '12'];
    const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Trouble(`The library could not be made in ${data}; the reason stands above.`);
  }
  return { ...freshWorld(), data, args: ['--inbox', `${data}-inbox`, '--organized', `${data}-organized`] };
}

/** Waits until everything in the inbox has come to its end. */
export async function settled({ page }, done) {
  const lane = page.getByRole('group', { name: 'Lanes' }).getByRole('button', { name: new RegExp(`^Done ?${done}`) });
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await lane.waitFor({ timeout: 60_000 });
  await delay(500);
}

const style = (project_id, style_name, more) => ({ wish_id: randomUUID(), project_id, style_name, style_category: 'visual', ...more });

/** Decisions, cards and ratings about the pictures of one project, as a person would make them. */
export async function furnish({ ask }) {
  const projects = await ask('board/projects');
  const known = projects.find(({ name }) => name === title);
  if (known?.id != null && known.decisions > 0) return;
  const project_id = known?.id ?? randomUUID();
  const about = { project_name: title, project_type: 'Music video', description: 'A harbour town at night, told by those who keep its lamps.' };
  await (known?.id == null ? ask('board/create-project', { project_id, ...about }) : ask('board/change-project', { project_id, ...about }));
  const other = projects.find(({ name, id }) => name === 'salt-cathedral' && id === null);
  if (other !== undefined) {
    await ask('board/create-project', { project_id: randomUUID(), project_name: 'salt-cathedral', project_type: 'Picture series', description: null });
  }
  const { ids } = await ask('library/find', { filter: { project: [title] }, sort: { by: 'stars', descending: true } });
  const found = await ask('library/cards', { ids: Object.values(ids).slice(0, 12) });
  const hashes = found.map(({ content_hash }) => content_hash);
  const some = (from, count) => hashes.slice(from, from + count);

  await ask('board/choose-style', style(project_id, 'Paper and salt', { reason: 'The first drawings were made so.', reference_assets: some(3, 1) }));
  await ask('board/choose-style', style(project_id, 'Sodium and indigo', {
    style_prompt: 'sodium street light against indigo water, wet stone, long exposure', reason: 'Warm lamps keep every face readable at night.',
    style_parameters: { palette: ['#0d1a3a', '#2b3d6b', '#6d6a86', '#ffb45e', '#ffe3b0'] }, reference_assets: some(0, 3),
    alternatives: [{ style_name: 'Copper fog', reason: 'Faces are lost in it.' }, { style_name: 'Chalk and tar', reason: 'Too cold for the last verse.' }],
  }));
  const moth = {
    project_id, character_id: randomUUID(), character_name: 'Moth-7', character_type: 'protagonist', personality_traits: ['patient', 'literal'],
    visual_description: { lantern: 'left hand', skin: 'brass' }, backstory: 'Lights the quay each evening, and counts the lamps that do not come back.',
  };
  await ask('board/define-character', { wish_id: randomUUID(), ...moth, reference_assets: some(1, 1) });
  await ask('board/define-character', { wish_id: randomUUID(), ...moth, personality_traits: ['patient', 'literal', 'afraid of rain'], reference_assets: some(1, 2) });
  await ask('board/define-character', {
    wish_id: randomUUID(), project_id, character_id: randomUUID(), character_name: 'The ferryman', character_type: 'supporting',
    personality_traits: ['silent'], backstory: 'Knows the tide better than the clock.',
  });
  const tide = {
    project_id, concept_id: randomUUID(), concept_type: 'scene', concept_name: 'The tide brings them back',
    description: 'Every lantern that was let go in the first verse returns in the last, in the reflection only.', concept_assets: some(0, 2),
  };
  await ask('board/propose-concept', { wish_id: randomUUID(), ...tide });
  await ask('board/approve-concept', { wish_id: randomUUID(), ...tide, approval_notes: 'This is the end of the film.' });
  await ask('board/propose-concept', {
    wish_id: randomUUID(), project_id, concept_id: randomUUID(), concept_type: 'sequence', concept_name: 'First light on the quay',
    description: 'The only daylight scene. Keep it under four seconds.', concept_assets: some(2, 1),
  });
  for (const [context_type, context_key, new_value, update_reason] of [
    ['narrative', 'tide', 'Comes in at four in the morning.', 'The last verse needs it.'], ['technical', 'format', '2.39 : 1, 24 frames', null],
  ]) await ask('board/update-context', { wish_id: randomUUID(), project_id, context_type, context_key, new_value, update_reason });
  await ask('board/write-note', { project_id, note_id: randomUUID(), text: 'Ask whether the bell can be heard before it is seen.' });
  const { columns } = await ask('board/open', { project_id, at: null, cards_per_column: 50 });
  const place = async (hash, column) => {
    const column_id = columns.find(({ name }) => name === column)?.id;
    if (hash !== undefined && column_id !== undefined) await ask('board/place-cards', { project_id, cards: [{ kind: 'asset', id: hash }], column_id, after: null });
  };
  await place(hashes[0], 'Approved');
  await place(hashes[1], 'Review');
  await place(hashes[2], 'Review');
  await ask('ratings/give', { content_hashes: some(0, 1), stars: 5 });
  await ask('ratings/give', { content_hashes: some(1, 2), stars: 4 });
  await ask('ratings/compare', { winner_hash: hashes[0], loser_hash: hashes[1], draw: false, blind: true });
  await ask('timeline/keep-filters', { filters: [{ name: 'Only quality', filter: { families: ['quality'], text: '', patterns: [], since: null, from: null } }] });
  const preferences = await ask('library/preferences');
  await ask('library/keep-preferences', { ...preferences, saved: [{ name: 'Best of the harbour', filter: { project: [title], stars: ['4', '5'] } }] });
}
