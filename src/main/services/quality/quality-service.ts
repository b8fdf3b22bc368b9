import { assetSetAside } from '@shared/events/asset-events';
import type { EventData } from '@shared/events/catalog';
import { qualityAssessed, qualityNotRated, stageCompleted, stageFailed } from '@shared/events/quality-events';
import { type RatingBands, starsFor } from '@shared/library/rating';
import type { ThumbHash } from '@shared/library/thumb-hash';
import { defineService, skip } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import { builtInStages } from './stages/built-in-stages';
import { combine, pipelineMode } from './stages/combine';
import { noMoreStages, type StagePipeline } from './stages/pipeline';

/** What a picture shows in 64 bits, see `perceptualHash`; null when they would mean nothing. */
export type Fingerprint = string | null;

/** What else was seen in the pixels. It is kept by others: a rating needs none of it. */
export interface AlsoSeen {
  readonly phash?: Fingerprint;
  readonly thumb_hash?: ThumbHash;
}

/** The outcome of looking at a picture's pixels. */
export type Verdict =
  | ({ readonly kind: 'rated'; readonly brisque: number; readonly issues: readonly string[] } & AlsoSeen)
  | ({ readonly kind: 'not-rated'; readonly reason: EventData<'quality.not_rated'>['reason']; readonly message: string } & AlsoSeen)
  | { readonly kind: 'trouble'; readonly reason: EventData<'asset.set_aside'>['reason']; readonly message: string };

/** Decodes a picture, measures it, and makes its thumbnail on the way. */
export type AssessImage = (path: string, contentHash: string) => Promise<Verdict>;

export interface QualityOptions {
  readonly assess: AssessImage;
  readonly bands: () => RatingBands;
  /** The stages that look at a picture after BRISQUE rated it; none when left out. */
  readonly stages?: StagePipeline;
  /** How many pictures are decoded at once. */
  readonly concurrency: number;
  /** What the same bytes were rated before, so that a duplicate is not decoded again; null when they were not. */
  readonly ratedBefore: (contentHash: string) => { readonly brisque: number; readonly issues: readonly string[] } | null;
  /** Whether it lies filed at this path already, and so in no inbox in which it could be set aside. */
  readonly liesFiled?: (contentHash: string, path: string) => boolean;
  /** Whether it lies filed at this path and its pixels were looked at before: then only its metadata was read anew. */
  readonly isSettled?: (contentHash: string, path: string) => boolean;
}

export const qualityManifest = defineManifest({
  name: 'quality',
  summary: 'Rates every processed picture, and has the stages that were added look at it. Videos, and pictures in which a number would mean nothing, are left unrated.',
  consumes: ['asset.processed'],
  publishes: [stageCompleted, stageFailed, qualityAssessed, qualityNotRated, assetSetAside],
});

const neverEnds = new AbortController().signal;

/** Rates what can be rated and says why the rest cannot; see the manifest. */
export const qualityService = ({ assess, bands, concurrency, ratedBefore, ...asked }: QualityOptions) => {
  const { liesFiled = () => false, isSettled = () => false, stages = noMoreStages } = asked;
  const { first } = builtInStages;
  return defineService({
    ...qualityManifest,
    concurrency,
    on: {
      'asset.processed': async ({ data }, { publish }) => {
        const { content_hash, file_path, metadata } = data;
        if (isSettled(content_hash, file_path)) return skip('It is filed and rated; only its metadata was read anew.');
        if (metadata['media_type'] === 'video') {
          publish(qualityNotRated({ content_hash, file_path, reason: 'video', message: 'Videos are not rated.' }));
          return undefined;
        }
        const began = performance.now();
        const before = ratedBefore(content_hash);
        const fresh = { assess: () => assess(file_path, content_hash) };
        const verdict: Verdict = before ? { kind: 'rated', ...before } : (await first.run(fresh, neverEnds)).result;
        switch (verdict.kind) {
          case 'rated': {
            const { said, counted } = await stages.look(content_hash, file_path);
            for (const each of said) publish(each);
            publish(
              qualityAssessed({
                content_hash,
                file_path,
                star_rating: starsFor(verdict.brisque, bands()),
                combined_score: combine(verdict.brisque, counted),
                brisque_score: verdict.brisque,
                quality_issues: [...verdict.issues],
                pipeline_mode: pipelineMode(counted),
                assessment_duration_ms: Math.round(performance.now() - began),
                stages_completed: [first.name, ...counted.map(({ name }) => name)],
              }),
            );
            return undefined;
          }
          case 'not-rated':
            publish(qualityNotRated({ content_hash, file_path, reason: verdict.reason, message: verdict.message }));
            return undefined;
          case 'trouble':
            if (liesFiled(content_hash, file_path)) publish(notDecoded(content_hash, file_path));
            else publish(assetSetAside({ content_hash, file_path, stage: 'quality', reason: verdict.reason, message: verdict.message }));
            return undefined;
        }
      },
    },
    giveUp: ({ data }, reason, { publish }) => {
      const { file_path, content_hash } = data;
      if (liesFiled(content_hash, file_path)) {
        publish(notDecoded(content_hash, file_path));
        return;
      }
      const message = `Alice could not rate this file (${reason}). It lies untouched in the inbox; try it again.`;
      publish(assetSetAside({ file_path, content_hash, stage: 'quality', reason: 'internal_error', message }));
    },
  });
};

function notDecoded(content_hash: string, file_path: string) {
  const message = 'This picture could not be decoded, so it has no rating. It lies untouched where it is.';
  return qualityNotRated({ content_hash, file_path, reason: 'format_not_decoded', message });
}
