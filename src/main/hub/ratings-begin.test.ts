import { ratingGiven } from '@shared/events/rating-events';
import { expect, it } from 'vitest';
import { positionOf } from '../log/checkpoints';
import { eventFrom, recordedFrom, wholeStory } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { hashOf } from '../testing/trees';
import { beginWithFirstRating } from './ratings-begin';

it('[R6] in a log of an earlier version the services begin with the first rating, and go on where they stopped', async () => {
  const { log, database } = logIn(tempFolder());
  const positions = () => ['ratings', 'refiling', 'organizer'].map((name) => positionOf(database, name).sequence);
  await log.append(recordedFrom(wholeStory('a.png'), 'one'));
  await log.append([eventFrom(ratingGiven({ content_hash: hashOf('a.png'), stars: 5 }))]);
  await log.append(recordedFrom(wholeStory('b.png'), 'two'));
  beginWithFirstRating(database, log.reader);
  expect(positions()).toEqual([5, 5, 0]);
  const receipt = log.append([], { service: 'ratings', handled: 7, checkpoint: 7 });
  log.flush();
  await receipt;
  beginWithFirstRating(database, log.reader);
  expect(positions()).toEqual([7, 5, 0]);

  const old = logIn(tempFolder());
  await old.log.append(recordedFrom(wholeStory('a.png'), 'one'));
  beginWithFirstRating(old.database, old.log.reader);
  expect(positionOf(old.database, 'refiling').sequence).toBe(5);
});
