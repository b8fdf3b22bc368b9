/** Settings as tools outside the A1111 and ComfyUI families write them, with made-up prompts. */

export const drawThingsSettings = {
  c: 'a tin robot & a "moon"', uc: 'blur', seed: 4157386425, steps: 8, scale: 3.5, sampler: 'Euler A Trailing', model: 'flux_1_dev_q8p.ckpt',
  size: '1024x768', strength: 1, seed_mode: 'Scale Alike', lora: [{ model: 'tin_toys_f16.ckpt', weight: 0.6 }],
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** An XMP packet as Draw Things writes it: properties as lists, the creator tool as an element. */
export const xmpPacket = (properties: Readonly<Record<string, string>>, form: 'list' | 'element' | 'attribute' = 'list'): string => {
  const entries = Object.entries(properties);
  const attributes = form === 'attribute' ? entries.map(([name, text]) => ` ${name}="${escaped(text)}"`).join('') : '';
  const inner = entries.map(([name, text]) =>
    form === 'list'
      ? `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></${name}>`
      : form === 'element'
        ? `<${name}>${escaped(text)}</${name}>`
        : '',
  );
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description rdf:about=""${attributes}>${inner.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`;
};

/** Easy Diffusion's PNG texts: one for each setting, under the names of its requests. */
export const easyDiffusionTexts = {
  prompt: 'a paper fox', negative_prompt: 'blurry', seed: '2471308', use_stable_diffusion_model: 'C:\\models\\sd-v1-5.safetensors', sampler_name: 'dpmpp_2m',
  num_inference_steps: '30', guidance_scale: '7.5', width: '512', height: '768', use_lora_model: "['ink', 'fold']", lora_alpha: '[0.5, 0.25]', clip_skip: 'False',
};
export const easyDiffusionLines = [
  'Prompt: a paper fox', 'Negative Prompt: blurry', 'Seed: 2471308', 'Stable Diffusion model: sd-v1-5', 'Sampler: dpmpp_2m', 'Steps: 30',
  'Guidance Scale: 7.5', 'Width: 512', 'Height: 768', 'LoRA model: ink', 'LoRA Strength: 0.5',
].join('\n');

export const deforumSettings = {
  W: 512, H: 288, seed: 1803, sampler: 'Euler a', steps: 25, scheduler: 'karras', cfg_scale_schedule: '0: (7), 60: (5)', sd_model_name: 'protogen.ckpt [1a2b]',
  sd_model_hash: '44f90a0972', animation_mode: '3D', max_frames: 120, fps: 15, prompts: { 0: 'a tower --neg rain', 60: 'a bridge --neg rain' },
  animation_prompts_positive: 'oil on canvas', animation_prompts_negative: 'text',
};

export const fooocusMreSettings = {
  prompt: 'a kite', negative_prompt: 'wires', real_prompt: 'cinematic a kite', real_negative_prompt: 'wires, low', base_model: 'sdxl_base.safetensors', sampler: 'dpmpp_2m_sde_gpu',
  scheduler: 'karras', steps: 30, cfg: 7, seed: 77, width: 1152, height: 896, l1: 'offset.safetensors', w1: 0.5, l2: 'None', w2: 1,
};

/** The day's log of Fooocus, with two pictures. */
export const fooocusLogPage = (first: string, second: string): string =>
  [
    '<!DOCTYPE html><html><body>',
    ...[first, second].map((name, at) =>
      [
        `<div id="${name.replaceAll('.', '_')}" class="image-container"><hr><table><tr>`,
        `<td><a href="${name}" target="_blank"><img src='${name}'></img></a><div>${name}</div></td>`,
        `<td><table class='metadata'><tr><td class='label'>Prompt</td><td class='value'>a canal &amp; a heron ${at}</td></tr>\n`,
        `<tr><td class='label'>Negative Prompt</td><td class='value'></td></tr><tr><td class='label'>Resolution</td><td class='value'>(1152, 896)</td></tr>\n`,
        `<tr><td class='label'>Guidance Scale</td><td class='value'>4.0</td></tr><tr><td class='label'>Base Model</td><td class='value'>jugger.safetensors</td></tr>\n`,
        `<tr><td class='label'>Sampler</td><td class='value'>dpmpp_2m</td></tr><tr><td class='label'>Seed</td><td class='value'>900${at}</td></tr>\n`,
        `<tr><td class='label'>LoRA 1</td><td class='value'>offset.safetensors : 0.1</td></tr></table></td></tr></table></div>`,
      ].join(''),
    ),
    '</body></html>',
  ].join('\n');
