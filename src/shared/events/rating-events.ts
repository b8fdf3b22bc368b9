import { z } from 'zod';
import { defineEvent } from './define-event';
import { contentHash, humanOrAssistant, wholeNumber } from './fields';

const stars = z.int().min(1).max(5);
const bands = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const ratingGiven = defineEvent(
  'rating.given',
  '1.0.0',
  {
    content_hash: contentHash,
    stars,
    previous_stars: stars.nullable().default(null),
    given_by: humanOrAssistant.default('user'),
    /** Ratings that were given together have one, so that they are taken back together. */
    batch_id: z.string().nullable().default(null),
    undo_id: z.string().nullable().default(null),
  },
  { summary: 'A person rated a picture; their rating holds whatever is measured.', subject: 'content_hash' },
);

export const ratingCleared = defineEvent(
  'rating.cleared',
  '1.0.0',
  {
    content_hash: contentHash,
    previous_stars: stars,
    batch_id: z.string().nullable().default(null),
    undo_id: z.string().nullable().default(null),
  },
  { summary: 'A person took their own rating away; the measured one holds again.', subject: 'content_hash' },
);

export const ratingBandsChanged = defineEvent(
  'rating.bands_changed',
  '1.0.0',
  {
    change_id: z.string(),
    bands,
    previous_bands: bands,
    /** How many measured ratings become others by it. */
    ratings_changed: wholeNumber,
    undo_id: z.string().nullable().default(null),
  },
  { summary: 'A person moved the limits between the stars; every measured rating is derived anew from its stored score.' },
);

export const ratingDerived = defineEvent(
  'rating.derived',
  '1.0.0',
  { content_hash: contentHash, change_id: z.string(), star_rating: stars, previous_stars: stars, brisque_score: z.number() },
  { summary: 'A measured rating became another because the limits between the stars were moved.', subject: 'content_hash' },
);

export const picturesCompared = defineEvent(
  'rating.compared',
  '1.0.0',
  {
    comparison_id: z.string(),
    winner_hash: contentHash,
    loser_hash: contentHash,
    draw: z.boolean().default(false),
    /** Whether names and ratings were hidden while a person chose. */
    blind: z.boolean().default(true),
  },
  { summary: 'A person preferred one of two pictures that were shown side by side.', subject: 'winner_hash' },
);

export const stackDecided = defineEvent(
  'rating.stack_decided',
  '1.0.0',
  {
    decision_id: z.string(),
    content_hashes: z.array(contentHash).min(2),
    kept_hashes: z.array(contentHash).min(1),
    /** The best was kept and the others got one star; or all are to stay as they are. */
    decision: z.enum(['kept_best', 'kept_all']),
    undo_id: z.string().nullable().default(null),
  },
  { summary: 'A person decided about pictures that look nearly the same; they are not suggested again.' },
);

/** What people say of quality, beside what is measured. */
export const ratingEvents = [ratingGiven, ratingCleared, ratingBandsChanged, ratingDerived, picturesCompared, stackDecided] as const;
