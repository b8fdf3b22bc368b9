import { alpineLake } from './paint/scenes/alpine-lake.mjs';
import { aurora } from './paint/scenes/aurora.mjs';
import { cathedral } from './paint/scenes/cathedral.mjs';
import { crystalVein } from './paint/scenes/crystal-vein.mjs';
import { floatingLanterns } from './paint/scenes/floating-lanterns.mjs';
import { lanternHarbor } from './paint/scenes/lantern-harbor.mjs';
import { nightCity } from './paint/scenes/night-city.mjs';
import { ringedPlanet } from './paint/scenes/ringed-planet.mjs';
import { saltFlats } from './paint/scenes/salt-flats.mjs';
import { checkpointGraph, fluxGraph, uiGraph } from './comfy-graphs.mjs';

/**
 * The files of the sample inbox. Each has a scene to paint, a size, a format, and `metadata` in the form that its tool writes:
 * texts (PNG), or EXIF values (JPEG, WebP). `expect` is what Alice must read from it.
 */
const harborPrompt =
  'a harbor town at dusk, gabled houses, strings of paper lanterns, tall ships at the pier, mirror-still water, painterly, violet sky <lora:inkwash_v3:0.6>';
const lanternPrompt = 'hundreds of paper lanterns rising over a mountain lake, blue hour, mist between the ridges, reflections, storybook illustration';
const auroraPrompt = 'northern lights above a fjord, snow-covered ridges, still black water, long exposure';
const navePrompt = 'the nave of a cathedral carved into salt, pointed arches one behind the other, shafts of evening light, wet stone floor';
const flatsPrompt = 'salt flats after rain, towering clouds, sky mirrored between white ridges, lone traveler, wide shot';
const veinPrompt = 'macro photograph of a crystal vein in banded salt rock, amethyst hollow, teal and coral bands';
const cityPrompt = 'harbor city in the rain – neon signs, low moon behind the towers, wet street';

const lanterns = {
  model: 'juggernautXL_v9.safetensors',
  lora: 'storybook_lights.safetensors',
  weight: 0.75,
  prompt: lanternPrompt,
  negative: 'photo, text, watermark, people',
  seed: 590295810358705,
  steps: 32,
  cfg: 6.5,
  width: 720,
  height: 480,
};
const lanternGraph = checkpointGraph(lanterns);
const fjordGraph = fluxGraph({ model: 'flux1-dev.safetensors', prompt: auroraPrompt, seed: 781273905512043, steps: 24, guidance: 3.5, width: 768, height: 512 });

const swarm = {
  sui_image_params: {
    prompt: veinPrompt,
    negativeprompt: 'blurry, frame',
    model: 'SDXL/juggernautXL_v9',
    seed: 1184467213,
    steps: 28,
    cfgscale: 6.0,
    aspectratio: '1:1',
    width: 640,
    height: 640,
    sampler: 'dpmpp_2m',
    scheduler: 'karras',
    automaticvae: true,
    swarm_version: '0.9.7.4',
  },
  sui_extra_data: { date: '2026-02-11', prep_time: '0.02 sec', generation_time: '5.31 sec' },
};

const invoke = {
  generation_mode: 'sdxl_txt2img',
  positive_prompt: navePrompt,
  negative_prompt: 'people, furniture, text',
  width: 720,
  height: 480,
  seed: 3120440975,
  rand_device: 'cpu',
  cfg_scale: 6.5,
  steps: 30,
  scheduler: 'dpmpp_2m_sde_k',
  model: { key: '4c1d7c1e-90b5-4f0a-b1f3-3f2d5a0c7e55', hash: 'blake3:5b1f0d', name: 'juggernautXL_v9', base: 'sdxl', type: 'main' },
  loras: [{ model: { key: '0b7e', hash: 'blake3:77aa', name: 'carved_stone', base: 'sdxl', type: 'lora' }, weight: 0.55 }],
  app_version: '6.10.0',
};

const novel = {
  prompt: flatsPrompt,
  steps: 28,
  height: 512,
  width: 768,
  scale: 5.5,
  uncond_scale: 0.0,
  cfg_rescale: 0.2,
  seed: 1918273645,
  n_samples: 1,
  noise_schedule: 'karras',
  v4_prompt: { caption: { base_caption: flatsPrompt, char_captions: [] }, use_coords: false, use_order: true },
  v4_negative_prompt: { caption: { base_caption: 'lowres, jpeg artifacts', char_captions: [] }, use_coords: false, use_order: false },
  sampler: 'k_dpmpp_2m_sde',
  uc: 'lowres, jpeg artifacts',
  request_type: 'PromptGenerateRequest',
};

const settings = (steps, sampler, cfg, seed, size, model, rest) =>
  `Steps: ${steps}, Sampler: ${sampler}, Schedule type: Karras, CFG scale: ${cfg}, Seed: ${seed}, Size: ${size}, Model hash: 31e35c80fc, Model: ${model}, ${rest}`;

const WIDE = { width: 768, height: 512 };
/** PNG weighs more, so those are a little smaller. */
const PNG = { width: 720, height: 480 };
/** The grain of film, by which smooth painted light looks (and scores) like a photograph. */
const FILM = { grain: 0.014 };

export const samples = [
  {
    path: 'lantern-harbor/00012-2847561093.png',
    scene: lanternHarbor(1),
    ...PNG,
    paint: FILM,
    texts: {
      parameters: [
        harborPrompt,
        'Negative prompt: people, text, watermark, modern buildings',
        settings(30, 'DPM++ 2M', 6, 2847561093, '720x480', 'dreamshaperXL_v21', 'Lora hashes: "inkwash_v3: 8f2c1a77b0d4", Version: v1.10.1'),
      ].join('\n'),
    },
    expect: { tool: 'a1111', seed: '2847561093', model: 'dreamshaperXL_v21', prompt: harborPrompt },
  },
  {
    path: 'lantern-harbor/00013-3320417786.png',
    scene: nightCity(21),
    ...PNG,
    texts: {
      parameters: [cityPrompt, settings(24, 'Euler', 1, 3320417786, '720x480', 'flux1-dev-fp8', 'Distilled CFG Scale: 3.5, Version: f2.0.1v1.10.1-previous-669-gdfdcbab6, Module 1: ae')].join('\n'),
    },
    expect: { tool: 'forge', seed: '3320417786', model: 'flux1-dev-fp8', prompt: cityPrompt },
  },
  {
    path: 'lantern-harbor/ComfyUI_00007_.png',
    scene: floatingLanterns(5),
    ...PNG,
    paint: FILM,
    texts: { prompt: JSON.stringify(lanternGraph), workflow: JSON.stringify(uiGraph(lanternGraph)) },
    expect: { tool: 'comfyui', seed: '590295810358705', model: 'juggernautXL_v9', prompt: lanternPrompt },
  },
  {
    path: 'lantern-harbor/ComfyUI_00031_.webp',
    scene: aurora(12),
    ...WIDE,
    paint: FILM,
    // What ComfyUI's own WebP saver does: one field per key, counting down from 0x0110.
    exif: { ifd0: { 0x0110: `prompt:${JSON.stringify(fjordGraph)}`, 0x010f: `workflow:${JSON.stringify(uiGraph(fjordGraph))}` } },
    expect: { tool: 'comfyui', seed: '781273905512043', model: 'flux1-dev', prompt: auroraPrompt },
  },
  {
    path: 'lantern-harbor/00009-2847561090.jpg',
    scene: lanternHarbor(9),
    ...WIDE,
    quality: 9,
    paint: { grain: 0.22, exposure: 1 },
    comment: {
      form: 'UTF-16BE',
      text: ['harbor town, first draft', settings(8, 'Euler a', 11, 2847561090, '768x512', 'dreamshaper_8', 'Version: v1.10.1')].join('\n'),
    },
    expect: { tool: 'a1111', seed: '2847561090', model: 'dreamshaper_8', prompt: 'harbor town, first draft' },
  },
  {
    path: 'salt-cathedral/7d0c2a9e-71d4-4c55-9a3e-0f6a2c9b8d11.png',
    scene: cathedral(3),
    ...PNG,
    paint: FILM,
    texts: { invokeai_metadata: JSON.stringify(invoke) },
    expect: { tool: 'invokeai', seed: '3120440975', model: 'juggernautXL_v9', prompt: navePrompt },
  },
  {
    path: 'salt-cathedral/salt flats after rain s-1918273645.webp',
    scene: saltFlats(8),
    ...WIDE,
    paint: FILM,
    quality: 92,
    // NovelAI's own WebP: what its PNG has in chunks stands here in one JSON.
    comment: {
      form: 'ASCII',
      text: JSON.stringify({
        Comment: JSON.stringify(novel),
        Description: flatsPrompt,
        'Generation time': '3.688898868858814',
        Software: 'NovelAI',
        Source: 'NovelAI Diffusion V4.5 C02D4F98',
        Title: 'NovelAI generated image',
      }),
    },
    expect: { tool: 'novelai', seed: '1918273645', model: 'NovelAI Diffusion V4.5', prompt: flatsPrompt },
  },
  {
    path: 'salt-cathedral/1427-macro photograph of a crystal-juggernautXL_v9.jpg',
    scene: crystalVein(14),
    width: 640,
    height: 640,
    quality: 90,
    comment: { form: 'UTF-16LE', text: JSON.stringify(swarm, null, 2) },
    expect: { tool: 'swarmui', seed: '1184467213', model: 'juggernautXL_v9', prompt: veinPrompt },
  },
  { path: 'salt-cathedral/crystal vein (copy).jpg', copyOf: 'salt-cathedral/1427-macro photograph of a crystal-juggernautXL_v9.jpg' },
  {
    path: 'salt-cathedral/00021-774411905.jpg',
    scene: cathedral(7),
    ...WIDE,
    quality: 82,
    blur: 7,
    comment: {
      form: 'UTF-16BE',
      text: [navePrompt, settings(12, 'DPM++ 2M', 4, 774411905, '768x512', 'dreamshaperXL_v21', 'Denoising strength: 0.95, Version: f1.0.5v2-v1.10.1RC-latest-2475-ga1b2c3')].join('\n'),
    },
    expect: { tool: 'reforge', seed: '774411905', model: 'dreamshaperXL_v21', prompt: navePrompt },
  },
  {
    path: 'ringed-world.jpg',
    scene: ringedPlanet(4),
    ...WIDE,
    paint: { grain: 0.009 },
    quality: 90,
    comment: {
      form: 'UTF-16BE',
      text: [
        'a banded gas giant with wide rings, small moon, nebula, key art',
        'Negative prompt: text, logo',
        settings(26, 'DPM++ 2M', 5.5, 18446744073709551615n, '768x512', 'dreamshaperXL_v21', 'Version: classic'),
      ].join('\n'),
    },
    expect: { tool: 'forge-classic', seed: '18446744073709551615', model: 'dreamshaperXL_v21' },
  },
  {
    path: 'IMG_4127.jpg',
    scene: alpineLake(31),
    ...WIDE,
    quality: 88,
    exif: {
      ifd0: { 0x010f: 'Lumen', 0x0110: 'Lumen Field One', 0x0112: 1, 0x0131: 'Field One 2.1', 0x0132: '2025:09:27 07:42:10' },
      exif: { 0x9003: '2025:09:27 07:42:10', 0x9004: '2025:09:27 07:42:10' },
    },
    expect: { tool: 'camera', seed: null, model: null, made: '2025-09-27' },
  },
  {
    // Cut off in the middle, as a download that stopped.
    path: 'ComfyUI_00032_.png',
    scene: floatingLanterns(6, 60),
    width: 640,
    height: 426,
    texts: { prompt: JSON.stringify(checkpointGraph({ ...lanterns, seed: 590295810358706 })) },
    keep: 0.45,
    expect: { tool: 'comfyui', seed: '590295810358706', model: 'juggernautXL_v9', truncated: true },
  },
];
