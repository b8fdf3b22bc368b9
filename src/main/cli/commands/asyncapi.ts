import type { Command } from 'commander';
import { asyncApiDocument } from '../../asyncapi/asyncapi-document';
import { aliceEventApi } from '../../asyncapi/generated-files';
import { toYaml } from '../../asyncapi/to-yaml';
import type { Finish } from '../run-command-line';

/** `alice asyncapi`: what events there are and who says them, for other programs. */
export function asyncapiCommand(program: Command, finish: Finish): void {
  program
    .command('asyncapi')
    .description('Print the events of Alice as an AsyncAPI 3.0 document.')
    .option('--json', 'as JSON instead of YAML')
    .action((options: { readonly json?: boolean }) => {
      const document = asyncApiDocument(aliceEventApi());
      process.stdout.write(options.json ? `${JSON.stringify(document, null, 2)}\n` : toYaml(document));
      finish(0);
    });
}
