import { defineService, type Service } from '../../kernel/define-service';
import { intakeManifest } from './intake-manifest';
import type { Intake } from './intake-service';

/** The part of all intakes that hears events: a person's wish to try a file again goes to the one whose folder it lies in. */
export const intakeService = (intakeOf: (path: string) => Intake): Service =>
  defineService({
    ...intakeManifest,
    on: {
      'asset.retry_requested': (event) => {
        const { file_path } = event.data;
        intakeOf(file_path).consider(file_path, 'manual', event.correlation_id);
      },
    },
  });
