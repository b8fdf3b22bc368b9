/** ComfyUI graphs of common custom nodes and of films, as short as they can be and still be true. */
const node = (class_type: string, inputs: Record<string, unknown>) => ({ class_type, inputs });

/** Efficiency nodes: a loader that holds both prompts, a LoRA stack with a count. */
export const efficientGraph = {
  1: node('Efficient Loader', {
    ckpt_name: 'dream.safetensors', positive: 'a weir', negative: 'reeds', empty_latent_width: 640, empty_latent_height: 512, lora_name: 'None', lora_stack: ['2', 0],
  }),
  2: node('LoRA Stacker', { input_mode: 'simple', lora_count: 2, lora_name_1: 'ink.safetensors', lora_wt_1: 0.7, lora_name_2: 'None', lora_wt_2: 1, lora_name_3: 'old', lora_wt_3: 1 }),
  3: node('KSampler (Efficient)', {
    seed: 11, steps: 22, cfg: 6, sampler_name: 'euler', scheduler: 'normal', denoise: 1, model: ['1', 0], positive: ['1', 1], negative: ['1', 2], latent_image: ['1', 3],
  }),
  4: node('SaveImage', { images: ['3', 5] }),
};

/** Impact's pipes: model and both prompts in one link. */
export const pipeGraph = {
  1: node('CheckpointLoaderSimple', { ckpt_name: { content: 'pipe.safetensors', image: 'x' } }),
  2: node('ImpactWildcardEncode', { wildcard_text: 'a {red|blue} boat', populated_text: 'a blue boat', model: ['1', 0], clip: ['1', 1] }),
  3: node('CLIPTextEncode', { text: 'fog', clip: ['1', 1] }),
  4: node('ToBasicPipe', { model: ['2', 0], clip: ['1', 1], vae: ['1', 2], positive: ['2', 2], negative: ['3', 0] }),
  5: node('ImpactKSamplerBasicPipe', { basic_pipe: ['4', 0], seed: 5, steps: 14, cfg: 4, sampler_name: 'dpmpp_2m', scheduler: 'karras', latent_image: ['6', 0], denoise: 1 }),
  6: node('EmptyLatentImage', { width: 512, height: 384, batch_size: 1 }),
  7: node('SaveImage', { images: ['5', 1] }),
};

/** Easy-Use: settings and prompts along one pipe. */
export const easyGraph = {
  1: node('easy fullLoader', { ckpt_name: 'easy.safetensors', positive: 'a mill', negative: 'crowd', lora_name: 'oil.safetensors', lora_model_strength: 0.4, empty_latent_width: 768, empty_latent_height: 512 }),
  2: node('easy preSampling', { steps: 18, cfg: 5, sampler_name: 'euler', scheduler: 'simple', denoise: 1, seed: 321, pipe: ['1', 0] }),
  3: node('easy kSampler', { image_output: 'Save', pipe: ['2', 0] }),
};

/** A film with Wan: both prompts in one node, the model under `model`, a LoRA that flows into the loader. */
export const wanGraph = {
  1: node('WanVideoLoraSelect', { lora: 'wan_motion.safetensors', strength: 0.8 }),
  2: node('WanVideoModelLoader', { model: 'WanVideo\\wan2.2_t2v_14B.safetensors', lora: ['1', 0] }),
  3: node('WanVideoTextEncode', { positive_prompt: 'a wave', negative_prompt: 'static' }),
  4: node('WanVideoEmptyEmbeds', { width: 832, height: 480, num_frames: 81 }),
  5: node('WanVideoSampler', { model: ['2', 0], text_embeds: ['3', 0], image_embeds: ['4', 0], steps: 30, cfg: 6, shift: 5, seed: 1057359483639287, scheduler: 'unipc' }),
  6: node('WanVideoDecode', { samples: ['5', 0] }),
  7: node('VHS_VideoCombine', { images: ['6', 0], frame_rate: 16, filename_prefix: 'Wan', format: 'video/h264-mp4' }),
};

/** A film with Hunyuan: one prompt, guidance in place of CFG. */
export const hunyuanGraph = {
  1: node('HyVideoModelLoader', { model: 'hunyuan_720_fp8.safetensors' }),
  2: node('HyVideoTextEncode', { prompt: 'a train', text_encoders: ['9', 0] }),
  3: node('HyVideoSampler', {
    model: ['1', 0], hyvid_embeds: ['2', 0], width: 960, height: 544, num_frames: 49, steps: 25, embedded_guidance_scale: 6, flow_shift: 9, seed: 6,
  }),
  4: node('VHS_VideoCombine', { images: ['3', 0], frame_rate: 24 }),
};

/** AnimateDiff in ComfyUI. */
export const animateDiffGraph = {
  1: node('CheckpointLoaderSimple', { ckpt_name: 'toon.safetensors' }),
  2: node('ADE_AnimateDiffLoaderWithContext', { model_name: 'mm_sd_v15_v2.ckpt', model: ['1', 0] }),
  3: node('CLIPTextEncode', { text: 'a kite' }),
  4: node('KSampler', { seed: 8, steps: 20, cfg: 7, sampler_name: 'euler', scheduler: 'normal', denoise: 1, model: ['2', 0], positive: ['3', 0], negative: ['3', 0], latent_image: ['5', 0] }),
  5: node('EmptyLatentImage', { width: 512, height: 512, batch_size: 16 }),
  6: node('VHS_VideoCombine', { images: ['4', 0], frame_rate: 8 }),
};

/** A node that asks a service. */
export const serviceGraph = {
  1: node('PrimitiveString', { value: 'a cathedral of salt' }),
  2: node('KlingTextToVideoNode', { prompt: ['1', 0], negative_prompt: 'people', cfg_scale: 0.8, model_name: 'kling-v2-master', aspect_ratio: '16:9' }),
  3: node('SaveVideo', { video: ['2', 0], fps: 24 }),
};

const uuid = '7c2f1a90-0000-4000-8000-000000000001';
const inner = '7c2f1a90-0000-4000-8000-000000000002';
const link = (id: number, origin_id: number, origin_slot: number, target_id: number, target_slot: number) => ({ id, origin_id, origin_slot, target_id, target_slot, type: '*' });
const widget = (name: string, from: number | null = null) => ({ name, widget: { name }, link: from });

/** A drawn workflow with a subgraph that holds another: text comes in from outside, the sampler lies two levels deep. */
export const subgraphWorkflow = {
  last_node_id: 9,
  nodes: [
    { id: 1, type: 'PrimitiveStringMultiline', widgets_values: ['a quay at night'], inputs: [] },
    { id: 2, type: uuid, widgets_values: [], inputs: [{ name: 'text', link: 10 }] },
    { id: 3, type: 'SaveImage', widgets_values: ['x'], inputs: [{ name: 'images', link: 11 }] },
  ],
  links: [[10, 1, 0, 2, 0, 'STRING'], [11, 2, 0, 3, 0, 'IMAGE']],
  definitions: {
    subgraphs: [
      {
        id: uuid,
        inputs: [{ name: 'text' }],
        nodes: [
          { id: 4, type: 'CLIPTextEncode', widgets_values: [''], inputs: [{ name: 'text', link: 20 }] },
          { id: 5, type: inner, widgets_values: [], inputs: [{ name: 'positive', link: 21 }] },
          { id: 6, type: 'VAEDecode', inputs: [{ name: 'samples', link: 22 }] },
        ],
        links: [link(20, -10, 0, 4, 0), link(21, 4, 0, 5, 0), link(22, 5, 0, 6, 0), link(23, 6, 0, -20, 0)],
      },
      {
        id: inner,
        inputs: [{ name: 'positive' }],
        nodes: [
          { id: 4, type: 'UNETLoader', widgets_values: ['qwen_image_fp8.safetensors', 'default'], inputs: [] },
          { id: 7, type: 'SetNode', widgets_values: ['MODEL'], inputs: [{ name: 'MODEL', link: 30 }] },
          { id: 8, type: 'GetNode', widgets_values: ['MODEL'], inputs: [] },
          {
            id: 9, type: 'MyKSampler', widgets_values: [77, 'randomize', 12, 3.5, 'euler', 'beta', 1],
            inputs: [
              { name: 'model', link: 31 }, { name: 'positive', link: 32 }, { name: 'latent_image', link: 33 },
              widget('seed'), widget('steps'), widget('cfg'), widget('sampler_name'), widget('scheduler'), widget('denoise'),
            ],
          },
          { id: 10, type: 'EmptySD3LatentImage', widgets_values: [1328, 800, 1], inputs: [] },
        ],
        links: [link(30, 4, 0, 7, 0), link(31, 8, 0, 9, 0), link(32, -10, 0, 9, 1), link(33, 10, 0, 9, 2), link(34, 9, 0, -20, 0)],
      },
    ],
  },
};

/** A subgraph whose widgets are shown on its node: two as its own inputs, two of nodes inside; and a LoRA that is bypassed. */
export const proxiedWorkflow = {
  last_node_id: 3,
  nodes: [
    { id: 1, type: 'SaveImage', widgets_values: ['x'], inputs: [{ name: 'images', link: 1 }] },
    {
      id: 2, type: uuid, inputs: [], widgets_values: ['shown.safetensors', 1125488487853216, 'shown on the node', 1024],
      properties: { proxyWidgets: [['-1', 'unet_name'], ['-1', 'seed'], ['6', 'text'], ['58', 'height']] },
    },
  ],
  links: [[1, 2, 0, 1, 0, 'IMAGE']],
  definitions: {
    subgraphs: [
      {
        id: uuid,
        inputs: [{ name: 'unet_name' }, { name: 'seed' }],
        nodes: [
          { id: 37, type: 'UNETLoader', widgets_values: ['inside.safetensors', 'default'], inputs: [widget('unet_name', 1)] },
          {
            id: 73, type: 'LoraLoaderModelOnly', mode: 4, widgets_values: ['off.safetensors', 1], outputs: [{ name: 'MODEL', type: 'MODEL' }],
            inputs: [{ name: 'model', type: 'MODEL', link: 2 }],
          },
          { id: 6, type: 'CLIPTextEncode', widgets_values: ['inside'], inputs: [] },
          { id: 58, type: 'EmptySD3LatentImage', widgets_values: [1328, 1328, 1], inputs: [] },
          {
            id: 3, type: 'KSampler', widgets_values: [1, 'randomize', 4, 1, 'euler', 'simple', 1],
            inputs: [{ name: 'model', link: 3 }, { name: 'positive', link: 4 }, { name: 'latent_image', link: 5 }, widget('seed', 6)],
          },
          { id: 8, type: 'VAEDecode', inputs: [{ name: 'samples', link: 7 }] },
        ],
        links: [
          link(1, -10, 0, 37, 0), link(2, 37, 0, 73, 0), link(3, 73, 0, 3, 0), link(4, 6, 0, 3, 1),
          link(5, 58, 0, 3, 2), link(6, -10, 1, 3, 3), link(7, 3, 0, 8, 0), link(8, 8, 0, -20, 0),
        ],
      },
    ],
  },
};
