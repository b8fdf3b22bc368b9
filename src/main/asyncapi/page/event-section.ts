import type { Manifest } from '../../kernel/manifest';
import type { EventEntry } from '../event-api';
import type { JsonSchema } from '../json-schema';
import { allowedWords, typeWords } from './field-words';
import { type Html, html } from './html';
import { jsonHtml } from './json-html';

/** One event: when it is true, who says and hears it, its fields, an example. */
export function eventSection({ type, version, summary, family, address, schema, example, saidBy, heardBy }: EventEntry): Html {
  return html`
<article class="event" id="${type}" data-family="${family}">
<h3><span class="shape"></span><a href="#${type}">${type}</a> <span class="version">${version}</span></h3>
<p class="when">${summary}</p>
<dl class="ways">
<div><dt>Said by</dt><dd>${saidBy.length === 0 ? 'other programs; no service of this version' : names(saidBy)}</dd></div>
<div><dt>Heard by</dt><dd>${heardBy.length === 0 ? 'the log and whoever listens' : names(heardBy)}</dd></div>
<div><dt>Travels at</dt><dd><code>${address}</code></dd></div>
</dl>
${fieldsTable(schema, `Fields of ${type}`)}
<details><summary>Example</summary><pre><code>${jsonHtml(example)}</code></pre></details>
</article>`;
}

/** A table of an object's fields. `notes` are sentences by field name. */
export function fieldsTable(schema: JsonSchema, caption: string, notes: Readonly<Record<string, string>> = {}): Html {
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  const required = (schema['required'] ?? []) as readonly string[];
  const rows = fields.map(([name, field]) => html`
<tr><th scope="row"><code>${name}</code></th><td>${typeCell(field, notes[name])}</td><td>${presence(name, field, required)}</td></tr>`);
  return html`<table class="fields"><caption class="unseen">${caption}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Holds</th><th scope="col">If left out</th></tr></thead><tbody>${rows}
</tbody></table>`;
}

function typeCell(field: JsonSchema, note = ''): Html {
  const words = allowedWords(field).map((word) => html` <code class="word">${word}</code>`);
  return html`${typeWords(field)}${words.length > 0 ? html`:${words}` : ''}${note === '' ? '' : html`<span class="note">${note}</span>`}`;
}

function presence(name: string, field: JsonSchema, required: readonly string[]): Html {
  if (required.includes(name)) return html`<span class="required">required</span>`;
  return 'default' in field ? html`<code>${JSON.stringify(field['default'])}</code>` : html`<span class="quiet">may be left out</span>`;
}

function names(manifests: readonly Manifest[]): Html {
  return html`${manifests.map(({ name }, at) => html`${at === 0 ? '' : ', '}<a href="#by-${name}">${name}</a>`)}`;
}
