import { confidence } from '../tool-reader';

export interface NamePattern {
  readonly tool: string;
  /**
   * Anchored at the start: a brand somewhere in a name is no sign. Groups: `y`, `m`, `d` the day; `prompt` its beginning, `words`
   * the same with underscores for spaces; `seed`, `model`, `mode`, `job`.
   */
  readonly pattern: RegExp;
  readonly confidence: number;
}

const sure = (tool: string, pattern: RegExp): NamePattern => ({ tool, pattern, confidence: confidence.fileName });
const loose = (tool: string, pattern: RegExp): NamePattern => ({ tool, pattern, confidence: confidence.looseFileName });

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** Names that tools and services give to files, as seen in real ones; `loose` where others could give the same. */
export const namePatterns: readonly NamePattern[] = [
  sure('gemini', /^Gemini_Generated_Image_[a-z0-9]{12,24}\b/),
  sure('google-ai', /^Generated Image [A-Z][a-z]+ \d{1,2}, \d{4} - \d{1,2}_\d\d[AP]M/),
  sure('whisk', /^Whisk_[0-9a-f]{10,}/),
  sure('chatgpt', /^ChatGPT Image [A-Z][a-z]{2,8} \d{1,2}, \d{4}, \d\d_\d\d_\d\d [AP]M/),
  sure('dall-e', /^DALL·E (?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d) \d\d\.\d\d\.\d\d(?: - (?<prompt>.+))?\.\w+$/),
  sure('firefly', /^Firefly (?<y>20\d\d)(?<m>\d\d)(?<d>\d\d)\d{6}\b/),
  sure('firefly', /^Firefly[_ ](?<words>[A-Za-z].{3,200}?)[_ ]\d{3,6}(?: ?\(\d+\))?\.(?:jpe?g|png|mp4)$/),
  sure('sora', /^(?<y>20\d\d)(?<m>\d\d)(?<d>\d\d)_\d{4}_(?<words>.{1,120})_(?:simple_compose|remix|blend|storyboard|loop)_[0-9a-z]{26}\b/),
  sure('leonardo', /^Leonardo_(?<model>Phoenix(?:_\d+)?|Diffusion_XL|Kino_XL|Vision_XL|Lightning_XL|Anime_XL|Lightning|Creative|Select)_(?<words>.+)_\d{1,2}(?: ?\(\d+\))?\.\w+$/),
  sure('leonardo', /^(?<model>lucid-(?:origin|realism)|phoenix-\d[\d.]*)_(?<words>.+)-\d{1,2}\.\w+$/),
  sure('leonardo', new RegExp(`^(?:Default|AlbedoBase_XL|DreamShaper_v\\d+|RPG_v?\\d+|Absolute_Reality_v\\d+\\w*)_(?<words>.+)_\\d_${UUID}_\\d\\.\\w+$`)),
  loose('leonardo', /^Default_(?<words>[A-Za-z].{10,})_[0-3]\.(?:jpe?g|png|webp)$/),
  sure('freepik', /^freepik__(?<words>.+?)__\d{3,7}\.\w+$/),
  sure('higgsfield', new RegExp(`^hf_(?<y>20\\d\\d)(?<m>\\d\\d)(?<d>\\d\\d)_\\d{6}_${UUID}\\b`)),
  sure('runway', /^(?<model>Gen-[2-5](?: (?:Alpha|Turbo|Aleph))*) (?<seed>\d{1,12}), (?<prompt>[^,]{1,80})(?:,|\.mp4$)/),
  sure('kling', /^kling_(?<y>20\d\d)(?<m>\d\d)(?<d>\d\d)_(?<mode>(?:Image|Text|Multi_?Image|Elements)_to_Video|Motion_Control|Lip_?Sync)_(?<words>.{1,30})_\d{3,}_\d+\.mp4$/i),
  sure('pika', /^(?<words>[A-Za-z].{3,200})_seed(?<seed>\d{5,20})\.mp4$/),
  sure('hailuo', /^(?:hailuo|minimax)[ _-](?:ai|video)?[ _-]?(?<words>.*?)[ _-]?\d{8,20}\.(?:mp4|png|jpe?g)$/i),
  sure('veo', /^veo[ _-]?[23](?:\.\d)?[ _-].{1,200}\.mp4$/i),
  sure('pixverse', /^pixverse[ _-].{1,200}\.(?:mp4|png|jpe?g)$/i),
  sure('vidu', /^vidu-(?:video|general)-\d.{0,200}\.mp4$/i),
  sure('grok', new RegExp(`^grok-(?:image|video)-${UUID}\\b`, 'i')),
  sure('ideogram', /^ideogram(?:[ _-].{0,200})?\.(?:jpe?g|png|webp)$/i),
  sure('bing-image-creator', /^OIG\d?\.[A-Za-z0-9_.-]{8,40}?(?:\.(?:jpe?g|png))?$/),
  sure('dreamstudio', /^(?<seed>\d{3,10})_(?<prompt>.+)_(?:xl-(?:beta|1024|turbo)-v[\w-]+|stable-diffusion-(?:xl-)?[\w-]+)\.(?:png|webp)$/),
  sure('fooocus', /^(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)_\d\d-\d\d-\d\d_\d{4}\.(?:png|jpe?g|webp)$/),
  sure('comfyui', /^ComfyUI_(?:temp_[a-z]{5}_)?\d{5}_?(?:-audio)?(?: ?\(\d+\))?\.\w{3,4}$/),
  sure('animatediff', /^AnimateDiff_\d{5}(?:-audio)?\.(?:mp4|gif|webp|webm|png)$/),
  sure('novelai', /^(?<prompt>.{3,200}) s-(?<seed>\d{3,10})(?: ?\(\d+\))?\.(?:png|webp)$/),
  sure('midjourney', new RegExp(`^[A-Za-z0-9.]{2,40}_(?<words>[^_]+(?:_[^_]+){2,})_(?:--\\w+_.*_)?(?<job>${UUID})_[0-3]\\.(?:png|webp|jpe?g|mp4)$`)),
  loose('midjourney', new RegExp(`^[A-Za-z0-9.]{2,40}_(?<words>[^_]+(?:_[^_]+){2,})_(?<job>${UUID})\\.(?:png|webp|jpe?g)$`)),
  loose('a1111', /^(?:\d{5}-(?<seed>\d{6,10})(?:-.{1,150})?|(?:xyz_)?grid-\d{4}(?:-\d{6,10})?)\.(?:png|jpe?g|webp|avif)$/),
  loose('deforum', /^20\d{12}_\d{5,9}\.(?:png|jpe?g)$/),
];
