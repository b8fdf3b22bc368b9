import { seededRandom } from '../../lib/seeded-random.mjs';

/** Assets as a person would have made them over a year or more: in sessions, with some tools and models more than with others. */
const projects = [
  'lantern-harbor', 'salt-cathedral', 'moth-and-lamp', 'tidal-archive', 'uncategorized', 'glasshouse', 'northern-lights', 'paper-city',
  'the-long-ferry', 'ringed-worlds', 'portrait-studies', 'client-arkwright',
];
const tools = [
  { tool: 'comfyui', share: 38, models: ['flux1-dev-fp8', 'flux1-schnell', 'sd3.5_large', 'sd_xl_base_1.0', 'juggernautXL_v9', 'wan2.1_t2v_14B'] },
  { tool: 'a1111', share: 16, models: ['dreamshaperXL_v21', 'juggernautXL_v9', 'realisticVisionV60B1', 'v1-5-pruned-emaonly', 'ponyDiffusionV6XL'] },
  { tool: 'forge', share: 12, models: ['flux1-dev-bnb-nf4', 'illustriousXL_v01', 'dreamshaperXL_v21'] },
  { tool: 'midjourney', share: 10, models: ['v6.1', 'v7', 'niji 6'] },
  { tool: 'invokeai', share: 6, models: ['sd_xl_base_1.0', 'flux1-schnell'] },
  { tool: 'swarmui', share: 5, models: ['SDXL/juggernautXL_v9', 'flux1-dev'] },
  { tool: 'fooocus', share: 4, models: ['juggernautXL_v8Rundiffusion'] },
  { tool: 'novelai', share: 2, models: ['NovelAI Diffusion V4'] },
  { tool: 'firefly', share: 2, models: [null] },
  { tool: 'chatgpt', share: 2, models: ['gpt-image-1'] },
  { tool: 'camera', share: 1, models: [null] },
  { tool: 'unknown', share: 2, models: [null] },
];
const loras = Array.from({ length: 64 }, (_, i) => `${['inkwash', 'night-water', 'storybook-lights', 'film-grain', 'add-detail', 'lineart', 'wool-felt', 'blueprint'][i % 8]}_v${1 + Math.floor(i / 8)}`);
const samplers = ['Euler a', 'euler', 'dpmpp_2m', 'DPM++ 2M', 'DPM++ SDE', 'uni_pc', 'ddim', 'heun'];
const schedulers = ['karras', 'simple', 'beta', 'normal'];
const subjects = ['a harbor town', 'a salt cathedral', 'a small robot with a lamp', 'a ringed planet over dunes', 'a ferry in the fog', 'a glasshouse at night', 'an old cartographer', 'paper boats on a canal', 'a moth on a window', 'a street of tea houses', 'a lighthouse keeper', 'a fox in tall grass'];
const moments = ['at blue hour', 'in the first snow', 'after the rain', 'under northern lights', 'at noon', 'in candle light', 'before a storm', 'at dawn'];
const details = ['paper lanterns rising over still water', 'lit windows stacked up the hill', 'wet stone floor', 'long exposure', 'mist between the ridges', 'tall ships at the pier', 'reflections', 'dust in the light', 'copper pipes', 'handwritten signs', 'moss on the steps', 'strings of flags'];
const styles = ['35 mm, deep focus', 'storybook illustration', 'painterly', 'ink and wash', 'macro photograph', 'wide shot', 'isometric', 'studio light', 'risograph print', 'matte painting'];
const negatives = ['blurry, watermark', 'text, signature, people', 'lowres, bad anatomy, jpeg artifacts', 'frame, border'];
const sizes = [[1216, 832], [832, 1216], [1024, 1024], [1344, 768], [768, 1344], [1536, 640], [2432, 1664], [4096, 2304], [512, 768]];
/** What is measured beside a poor score, and how often. */
const issues = [['blur', 0.5], ['noise', 0.22], ['blockiness', 0.16], ['clipping', 0.12]];
const dayMs = 86_400_000;

const byShare = tools.flatMap((one) => Array.from({ length: one.share }, () => one));

/** Most pictures are clean, some are poor; each model has its own manner, and all become better over time. */
function scoreOf(maker, age, random) {
  const manner = [...maker].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) / 997;
  const flaw = random() < 0.08 ? 45 * random() : 0;
  return Math.min(100, Math.max(0, 16 + 24 * manner - 9 * age + 22 * (random() + random() - 0.8) + flaw));
}

const wave = (share, waves, height) => (height * Math.sin(2 * Math.PI * waves * share)) / (2 * Math.PI * waves);
const bursts = (share) => share + wave(share, 5.3, 0.5) + wave(share, 23.7, 0.35);

/** How much of the time has passed when so much was made: there are busy weeks and quiet ones. */
const passed = (share) => bursts(share) / bursts(1);

function issuesOf(brisque, shortSide, random) {
  const found = issues.filter(([, often]) => random() < often * Math.max(0, (brisque - 30) / 60)).map(([issue]) => issue);
  return shortSide < 640 ? [...found, 'low_resolution'] : found;
}

/** @yields what is to be known of each asset, the oldest first */
export function* plausibleAssets(count, { seed = 1, until = new Date() } = {}) {
  const random = seededRandom(seed);
  const below = (n) => Math.floor(random() * n);
  const one = (list) => list[below(list.length)];
  const some = (list, most) => Array.from({ length: below(most + 1) }, () => one(list));
  const days = Math.max(60, Math.min(500, Math.round(count / 25)));
  const first = until.getTime() - days * dayMs;
  let time = first;
  let session = { project: one(projects), from: one(byShare), subject: one(subjects), size: one(sizes), model: null };
  for (let i = 0; i < count; i += 1) {
    if (i % 23 === 0) {
      const from = one(byShare);
      const project = projects[Math.min(below(projects.length), below(projects.length))];
      session = { project, from, subject: one(subjects), size: one(sizes), model: one(from.models) };
    }
    time = Math.max(time + 1_000 + below(20_000), first + passed(i / count) * days * dayMs * 0.999);
    const { tool } = session.from;
    const generated = tool !== 'camera' && tool !== 'unknown';
    const local = generated && !['midjourney', 'firefly', 'chatgpt'].includes(tool);
    const video = local && random() < 0.03;
    const [width, height] = random() < 0.8 ? session.size : one(sizes);
    const rated = !video && random() < 0.97;
    const brisque = rated ? scoreOf(session.model ?? tool, i / count, random) : null;
    yield {
      index: i,
      time: new Date(Math.min(time, until.getTime())),
      project: session.project,
      tool,
      video,
      width,
      height,
      brisque,
      issues: brisque === null ? [] : issuesOf(brisque, Math.min(width, height), random),
      scene: below(9),
      generation: {
        tool,
        origin: tool === 'camera' ? 'camera' : generated ? 'ai' : 'unknown',
        model: session.model,
        prompt: generated ? [session.subject, one(moments), ...some(details, 3), one(styles)].join(', ') : null,
        negative_prompt: local ? one(negatives) : null,
        seed: local ? (BigInt(below(2 ** 32)) * 2n ** 32n + BigInt(below(2 ** 32))).toString() : null,
        steps: local ? 20 + below(20) : null,
        sampler: local ? one(samplers) : null,
        scheduler: local ? one(schedulers) : null,
        cfg: local ? Math.round((3 + random() * 6) * 2) / 2 : null,
        width: generated ? width : null,
        height: generated ? height : null,
        loras: local ? [...new Set(some(loras, 2))].map((name) => ({ name, weight: Math.round((0.4 + random() * 0.8) * 20) / 20 })) : [],
        model_hash: local && random() < 0.6 ? below(2 ** 32).toString(16).padStart(8, '0') : null,
        settings: local && random() < 0.3 ? { 'Clip skip': '2', VAE: 'sdxl_vae.safetensors', aesthetic_score: (4 + random() * 4).toFixed(2) } : {},
        confidence: tool === 'unknown' ? 0 : generated ? 0.95 : 0.9,
        evidence: generated ? [{ kind: local ? 'structured' : 'software', key: local ? 'parameters' : 'exif:Software', excerpt: `${tool}, ${session.model ?? 'no model'}` }] : [],
      },
    };
  }
}
