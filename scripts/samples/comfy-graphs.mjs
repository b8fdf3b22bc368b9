/** ComfyUI graphs for the samples: the API form (what ran) and, made from it, the UI form (what was on the screen). */

const node = (class_type, inputs, title = class_type) => ({ inputs, class_type, _meta: { title } });

/** Checkpoint, LoRA, two prompts, sampler, picture: the everyday graph. */
export const checkpointGraph = ({ model, lora, weight, prompt, negative, seed, steps, cfg, width, height }) => ({
  3: node('KSampler', {
    seed,
    steps,
    cfg,
    sampler_name: 'dpmpp_2m_sde',
    scheduler: 'karras',
    denoise: 1,
    model: ['10', 0],
    positive: ['6', 0],
    negative: ['7', 0],
    latent_image: ['5', 0],
  }),
  4: node('CheckpointLoaderSimple', { ckpt_name: model }, 'Load Checkpoint'),
  5: node('EmptyLatentImage', { width, height, batch_size: 1 }, 'Empty Latent Image'),
  6: node('CLIPTextEncode', { text: prompt, clip: ['10', 1] }, 'CLIP Text Encode (Prompt)'),
  7: node('CLIPTextEncode', { text: negative, clip: ['10', 1] }, 'CLIP Text Encode (Prompt)'),
  8: node('VAEDecode', { samples: ['3', 0], vae: ['4', 2] }, 'VAE Decode'),
  9: node('SaveImage', { filename_prefix: 'ComfyUI', images: ['8', 0] }, 'Save Image'),
  10: node('LoraLoader', { lora_name: lora, strength_model: weight, strength_clip: 1, model: ['4', 0], clip: ['4', 1] }, 'Load LoRA'),
});

/** Flux: the sampler's parts in nodes of their own. */
export const fluxGraph = ({ model, prompt, seed, steps, guidance, width, height }) => ({
  6: node('CLIPTextEncode', { text: prompt, clip: ['11', 0] }, 'CLIP Text Encode (Positive Prompt)'),
  8: node('VAEDecode', { samples: ['13', 0], vae: ['10', 0] }, 'VAE Decode'),
  9: node('SaveAnimatedWEBP', { filename_prefix: 'ComfyUI', fps: 6, lossless: false, quality: 88, method: 'default', images: ['8', 0] }),
  10: node('VAELoader', { vae_name: 'ae.safetensors' }, 'Load VAE'),
  11: node('DualCLIPLoader', { clip_name1: 't5xxl_fp16.safetensors', clip_name2: 'clip_l.safetensors', type: 'flux' }),
  12: node('UNETLoader', { unet_name: model, weight_dtype: 'default' }, 'Load Diffusion Model'),
  13: node('SamplerCustomAdvanced', { noise: ['25', 0], guider: ['22', 0], sampler: ['16', 0], sigmas: ['17', 0], latent_image: ['27', 0] }),
  16: node('KSamplerSelect', { sampler_name: 'euler' }),
  17: node('BasicScheduler', { scheduler: 'simple', steps, denoise: 1, model: ['12', 0] }),
  22: node('BasicGuider', { model: ['12', 0], conditioning: ['26', 0] }),
  25: node('RandomNoise', { noise_seed: seed }),
  26: node('FluxGuidance', { guidance, conditioning: ['6', 0] }),
  27: node('EmptySD3LatentImage', { width, height, batch_size: 1 }),
});

const OUTPUTS = {
  CheckpointLoaderSimple: ['MODEL', 'CLIP', 'VAE'],
  LoraLoader: ['MODEL', 'CLIP'],
  CLIPTextEncode: ['CONDITIONING'],
  FluxGuidance: ['CONDITIONING'],
  EmptyLatentImage: ['LATENT'],
  EmptySD3LatentImage: ['LATENT'],
  KSampler: ['LATENT'],
  SamplerCustomAdvanced: ['LATENT', 'LATENT'],
  VAEDecode: ['IMAGE'],
  VAELoader: ['VAE'],
  DualCLIPLoader: ['CLIP'],
  UNETLoader: ['MODEL'],
  KSamplerSelect: ['SAMPLER'],
  BasicScheduler: ['SIGMAS'],
  BasicGuider: ['GUIDER'],
  RandomNoise: ['NOISE'],
};

/** The UI graph of an API graph, with links, places and widget values as ComfyUI saves them. */
export const uiGraph = (api) => {
  const links = [];
  const nodes = Object.entries(api).map(([id, { class_type, inputs }], order) => {
    const linked = Object.entries(inputs).filter(([, value]) => Array.isArray(value));
    const values = Object.entries(inputs).filter(([, value]) => !Array.isArray(value));
    return {
      id: Number(id),
      type: class_type,
      pos: [80 + (order % 4) * 360, 120 + Math.floor(order / 4) * 260],
      size: [315, 130],
      flags: {},
      order,
      mode: 0,
      inputs: linked.map(([name, [from, slot]], at) => {
        const type = OUTPUTS[api[from].class_type][slot];
        links.push([links.length + 1, Number(from), slot, Number(id), at, type]);
        return { name, type, link: links.length };
      }),
      outputs: (OUTPUTS[class_type] ?? []).map((type) => ({ name: type, type, links: [] })),
      properties: { 'Node name for S&R': class_type },
      // After every seed stands the "control after generate" widget, which the API form leaves out.
      widgets_values: values.flatMap(([name, value]) => (/seed$/.test(name) ? [value, 'randomize'] : [value])),
    };
  });
  for (const [id, from, slot] of links) nodes.find((one) => one.id === from).outputs[slot].links.push(id);
  return {
    last_node_id: Math.max(...nodes.map((one) => one.id)),
    last_link_id: links.length,
    nodes,
    links,
    groups: [],
    config: {},
    extra: { ds: { scale: 0.9, offset: [0, 0] } },
    version: 0.4,
  };
};
