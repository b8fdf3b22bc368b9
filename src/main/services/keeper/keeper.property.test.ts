import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptFolder } from '../../testing/kept-folder';
import { inFolder } from '../../testing/temp-folder';
import { filesBelow, snapshotOf } from '../../testing/trees';

/** What people, sync tools and editors do to a folder. Numbers choose among what is there. */
const action = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), file: fc.nat(), name: fc.constantFrom('a.png', 'A.png', 'caf\u00e9.png', 'cafe\u0301.png', 'long name.png') }),
  fc.record({ kind: fc.constant('move' as const), file: fc.nat(), to: fc.constantFrom('one', 'two', 'two/three', 'One') }),
  fc.record({ kind: fc.constant('over' as const), file: fc.nat(), other: fc.nat() }),
  fc.record({ kind: fc.constant('swap' as const), file: fc.nat(), other: fc.nat() }),
  fc.record({ kind: fc.constant('delete' as const), file: fc.nat() }),
  fc.record({ kind: fc.constant('edit' as const), file: fc.nat(), content: fc.constantFrom('edit', 'Boat', 'a longer edit') }),
  fc.record({ kind: fc.constant('restore' as const), asset: fc.nat() }),
  fc.record({ kind: fc.constant('copy' as const), file: fc.nat(), to: fc.constantFrom('one/copy.png', 'copy.png') }),
  fc.record({ kind: fc.constant('folder' as const), from: fc.constantFrom('one', 'two', '2026-01-02'), to: fc.constantFrom('moved', 'two/inner', 'One') }),
  fc.record({ kind: fc.constant('scan' as const), reopen: fc.boolean(), loseCache: fc.boolean() }),
);

const runs = Number(process.env['ALICE_PROPERTY_RUNS'] ?? 40);
const contents = ['boat', 'tree', 'gate', 'a house', 'a sea'];

it('[K14] whatever is done to the folder, while Alice is open or closed: each asset ends in exactly the state that is so', { timeout: 60_000 + runs * 1_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
      const folder = keptFolder();
      const hashes: string[] = [];
      for (const [i, content] of contents.entries()) hashes.push(await folder.file(`2026-01-02/p/${i % 2 ? 'x' : 'y'}/p-${i}.png`, content));
      // One that stays, as in every library that is not emptied as a whole.
      await folder.file('2026-05-05/p/x/p-001.png', 'stays');
      await delay(35);
      let keeper = folder.keeper();
      await keeper.scan();

      const place = (n: number): string | undefined => {
        const there = filesBelow(folder.organized).filter((path) => !path.startsWith('2026-05-05'));
        return there.length === 0 ? undefined : folder.at(there[n % there.length] ?? '');
      };
      const rename = (from: string, to: string) => { if (from !== to && !existsSync(to)) renameSync(from, inFolder(to)); };
      for (const each of actions) {
        if (each.kind === 'scan') {
          if (each.loseCache) folder.loseCache();
          if (each.reopen) keeper = folder.keeper();
          await keeper.scan();
          continue;
        }
        if (each.kind === 'restore') {
          const asset = folder.asset(hashes[each.asset % hashes.length] ?? '');
          const content = contents[each.asset % contents.length] ?? '';
          if (asset?.path && asset.missing !== null) writeFileSync(inFolder(asset.path), content);
          continue;
        }
        if (each.kind === 'folder') {
          if (existsSync(folder.at(each.from)) && !each.to.startsWith(each.from)) rename(folder.at(each.from), folder.at(each.to));
          continue;
        }
        const file = place(each.file);
        if (file === undefined) continue;
        const other = 'other' in each ? (place(each.other) ?? file) : file;
        switch (each.kind) {
          case 'rename': rename(file, file.replace(/[^/]+$/, each.name)); break;
          case 'move': rename(file, folder.at(`${each.to}/${file.replace(/^.*\//, '')}`)); break;
          case 'over': if (other !== file) renameSync(file, other); break;
          case 'swap':
            if (other === file) break;
            renameSync(file, `${file}.swap`);
            renameSync(other, file);
            renameSync(`${file}.swap`, other);
            break;
          case 'delete': unlinkSync(file); break;
          case 'edit': writeFileSync(file, each.content); break;
          case 'copy': if (!existsSync(folder.at(each.to))) copyFileSync(file, inFolder(folder.at(each.to))); break;
        }
      }

      const before = snapshotOf(folder.organized);
      await folder.keeper().scan();
      await folder.keeper().scan();
      const said = folder.said.length;
      await folder.keeper().scan();
      // Once all is said, there is nothing more to say; and looking changed nothing.
      expect(folder.said.length).toBe(said);
      expect(snapshotOf(folder.organized)).toEqual(before);

      const held = new Map(filesBelow(folder.organized).map((path) => [folder.at(path), readFileSync(folder.at(path), 'utf8')]));
      for (const [i, hash] of hashes.entries()) {
        const asset = folder.asset(hash);
        const there = [...held].filter(([, content]) => content === contents[i]).map(([path]) => path);
        if (there.length > 0) expect([asset?.missing, there.includes(asset?.path ?? '')]).toEqual([null, true]);
        else expect(asset?.missing).toBe(held.has(asset?.path ?? '') ? 'replaced' : 'gone');
      }
      const lie = hashes.map((hash) => folder.asset(hash)).filter((asset) => asset?.missing === null).map((asset) => asset?.path);
      expect(new Set(lie).size).toBe(lie.length);
      rmSync(folder.organized, { recursive: true });
    }),
    { numRuns: runs },
  );
});
