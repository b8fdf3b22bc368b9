import { createHash } from 'node:crypto';

const types = ['asset.detected', 'asset.discovered', 'asset.processed', 'quality.assessed', 'asset.organized'];
const prompt = 'Harbour town at blue hour, paper lanterns rising over still water, lit windows stacked up the hill, 35 mm, deep focus, quiet';

/** The payload of event `i` as JSON, about 565 bytes: five events a file, as the pipeline writes them. */
export function payloadAt(i) {
  return JSON.stringify(dataAt(i));
}

function dataAt(i) {
  const file = Math.floor(i / 5);
  return {
    content_hash: hashOf(file),
    file_path: `/home/artist/Pictures/Alice/inbox/project-${file % 40}/ComfyUI_${String(file).padStart(6, '0')}_.png`,
    file_size: 2_400_000 + (i % 977),
    media_type: 'image',
    project_name: `project-${file % 40}`,
    generation_params: { tool: 'comfyui', model: 'flux1-dev-fp8', seed: String(1_184_026_633_017 + i), steps: 28, cfg: 3.5, prompt },
    discovery_source: 'watch_mode',
    note: i % 50 === 0 ? 'lantern harbor at night' : 'salt cathedral by day',
  };
}

const hashes = new Map();
function hashOf(file) {
  const known = hashes.get(file);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(String(file)).digest('hex');
  if (hashes.size > 1_000) hashes.clear();
  hashes.set(file, hash);
  return hash;
}

let story = '';
/** Event `i`, stamped; the five of a file share a story. */
export function eventAt(i, stampEvent) {
  const data = dataAt(i);
  const draft = { event_type: types[i % 5], version: '1.0.0', subject: data.content_hash, data };
  const first = i % 5 === 0;
  const event = stampEvent(draft, { source: 'intake', actor: 'service:intake', ...(first ? {} : { correlation_id: story, causation_id: story }) });
  if (first) story = event.correlation_id;
  return event;
}
