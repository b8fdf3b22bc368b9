/** Metadata as the tools write it, with made-up prompts: short enough to read in a test, complete enough to be true. */

export const a1111Text = (extra = 'Version: v1.10.1'): string =>
  [
    'a lighthouse on a cliff, storm light <lora:inkwash:0.8>',
    'second line of the prompt',
    'Negative prompt: blurry, text, watermark',
    `Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 18446744073709551615, Size: 832x1216, ` +
      `Model hash: 31e35c80fc, Model: dreamshaperXL_v21, ${extra}`,
  ].join('\n');

const node = (class_type: string, inputs: Record<string, unknown>) => ({ class_type, inputs });

/** A small API graph: checkpoint → LoRA → KSampler → SaveImage. */
export const comfyGraph = {
  4: node('CheckpointLoaderSimple', { ckpt_name: 'SDXL\\juggernautXL_v9.safetensors' }),
  10: node('LoraLoader', { lora_name: 'watercolor.safetensors', strength_model: 0.65, strength_clip: 1, model: ['4', 0], clip: ['4', 1] }),
  5: node('EmptyLatentImage', { width: 1024, height: 768, batch_size: 1 }),
  6: node('CLIPTextEncode', { text: 'salt cathedral under ground', clip: ['10', 1] }),
  7: node('CLIPTextEncode', { text: 'lowres', clip: ['10', 1] }),
  3: node('KSampler', {
    seed: 42,
    steps: 30,
    cfg: 7.5,
    sampler_name: 'dpmpp_2m',
    scheduler: 'karras',
    denoise: 1,
    model: ['10', 0],
    positive: ['6', 0],
    negative: ['7', 0],
    latent_image: ['5', 0],
  }),
  8: node('VAEDecode', { samples: ['3', 0], vae: ['4', 2] }),
  9: node('SaveImage', { filename_prefix: 'ComfyUI', images: ['8', 0] }),
};

/** A Flux graph: SamplerCustomAdvanced with its parts in nodes of their own. */
export const fluxGraph = {
  12: node('UNETLoader', { unet_name: 'flux1-dev.safetensors', weight_dtype: 'fp8_e4m3fn' }),
  6: node('CLIPTextEncodeFlux', { clip_l: 'paper boats', t5xxl: 'paper boats on a night canal', guidance: 3.5, clip: ['11', 0] }),
  13: node('SamplerCustomAdvanced', { noise: ['25', 0], guider: ['22', 0], sampler: ['16', 0], sigmas: ['17', 0], latent_image: ['27', 0] }),
  16: node('KSamplerSelect', { sampler_name: 'euler' }),
  17: node('BasicScheduler', { scheduler: 'simple', steps: 20, denoise: 1, model: ['12', 0] }),
  22: node('BasicGuider', { model: ['12', 0], conditioning: ['26', 0] }),
  25: node('RandomNoise', { noise_seed: 900719925474 }),
  26: node('FluxGuidance', { guidance: 4, conditioning: ['6', 0] }),
  27: node('EmptySD3LatentImage', { width: 1344, height: 768, batch_size: 1 }),
  8: node('VAEDecode', { samples: ['13', 0], vae: ['10', 0] }),
  9: node('SaveImage', { images: ['8', 0] }),
};

export const swarmText = JSON.stringify({
  sui_image_params: {
    prompt: 'lantern harbor at dusk',
    negativeprompt: 'fog',
    model: 'flux/flux1-dev',
    seed: 77,
    steps: 22,
    cfgscale: 1,
    width: 1152,
    height: 896,
    sampler: 'euler',
    scheduler: 'simple',
    loras: ['harbor_lights'],
    loraweights: ['0.7'],
    swarm_version: '0.9.7.4',
  },
  sui_extra_data: { date: '2025-11-02' },
});

export const invokeText = JSON.stringify({
  generation_mode: 'sdxl_txt2img',
  positive_prompt: 'a glass whale',
  negative_prompt: 'noise',
  width: 1024,
  height: 1024,
  seed: 1860920704,
  cfg_scale: 6,
  steps: 24,
  scheduler: 'euler_a',
  model: { key: '179d02bf', name: 'juggernautXL_v9', base: 'sdxl', type: 'main' },
  loras: [{ model: { name: 'glasswork' }, weight: 0.5 }],
  app_version: '6.10.0',
});

export const novelComment = {
  prompt: 'a moth, lamp light',
  steps: 23,
  height: 1216,
  width: 832,
  scale: 5,
  uncond_scale: 0,
  seed: 2156638429,
  noise_schedule: 'karras',
  v4_prompt: { caption: { base_caption: 'a moth, lamp light', char_captions: [{ char_caption: 'girl with a lantern' }] } },
  v4_negative_prompt: { caption: { base_caption: 'lowres', char_captions: [] } },
  sampler: 'k_euler_ancestral',
  uc: 'lowres',
};

export const novelTexts = {
  Title: 'NovelAI generated image',
  Description: 'a moth, lamp light',
  Software: 'NovelAI',
  Source: 'NovelAI Diffusion V4.5 C02D4F98',
  Comment: JSON.stringify(novelComment),
};
