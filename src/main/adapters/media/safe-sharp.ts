import sharp from 'sharp';

// The pool runs as many processes as are useful; threads inside one would only compete with them.
sharp.concurrency(1);
sharp.cache(false);
// Only the formats that Alice takes in have a decoder. What is not named here, SVG and whatever a later version of the
// library brings, cannot be reached by any file.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Png', 'Jpeg', 'Webp', 'Nsgif', 'Tiff', 'Heif'].map((format) => `VipsForeignLoad${format}`) });

/** The decoder, for whoever decodes what a person did not make: never import the library itself for that. */
export { sharp };
