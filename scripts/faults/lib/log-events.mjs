import { createHash } from 'node:crypto';

const types = ['asset.detected', 'asset.discovered', 'asset.processed', 'quality.assessed', 'asset.organized'];
const prompt = 'Harbour town at blue hour, paper lanterns rising over still water, lit windows stacked up the hill, 35 mm, quiet';

/** Makes event after event, five to a story, each caused by the one before; every hundredth is too long for one page. */
export const eventMaker = (stampEvent) => {
  let before = null;
  return (i) => {
    const story = Math.floor(i / 5);
    const content_hash = createHash('sha256').update(String(story)).digest('hex');
    const file_path = `/home/artist/Pictures/inbox/project-${story % 40}/ComfyUI_${String(story).padStart(6, '0')}_.png`;
    const data = { content_hash, file_path, project_name: `project-${story % 40}`, seed: String(1_184_026_633_017 + i), prompt };
    if (i % 100 === 99) data.workflow = prompt.repeat(200);
    const draft = { event_type: types[i % 5], version: '1.0.0', subject: i % 5 === 0 ? null : content_hash, data };
    const origin = i % 5 === 0 ? {} : { correlation_id: before.correlation_id, causation_id: before.event_id };
    before = stampEvent(draft, { source: 'intake', actor: 'service:intake', ...origin });
    return before;
  };
};
