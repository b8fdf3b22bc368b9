const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:avc[1-4]|h264|x264|V_MPEG4\/ISO\/AVC|dav[a1]|dvav)$/i, 'h264'],
  [/^(?:hvc1|hev1|hevc|dvh[e1]|V_MPEGH\/ISO\/HEVC)$/i, 'hevc'],
  [/^(?:av01|V_AV1)$/i, 'av1'],
  [/^(?:vp08|vp80|V_VP8)$/i, 'vp8'],
  [/^(?:vp09|vp90|V_VP9)$/i, 'vp9'],
  [/^(?:mp4v|xvid|divx|dx50|fmp4|V_MPEG4\/ISO\/(?:A?SP|AP))$/i, 'mpeg4'],
  [/^(?:jpeg|mjp[ag]|mjpg|V_MJPEG)$/i, 'mjpeg'],
  [/^(?:ap(?:c[hnso]|4[hx])|V_PRORES)$/i, 'prores'],
  [/^(?:png |V_PNG)$/i, 'png'],
  [/^(?:FFV1|V_FFV1)$/i, 'ffv1'],
  [/^V_THEORA$/, 'theora'],
];

/** The usual name of a codec, from the four letters or the id that a container writes; else those themselves, in small letters. */
export const codecName = (written: string): string | null => {
  const known = NAMES.find(([pattern]) => pattern.test(written));
  if (known !== undefined) return known[1];
  const plain = written.replace(/[^\x21-\x7e]/g, '').slice(0, 40).toLowerCase();
  return plain === '' ? null : plain;
};
