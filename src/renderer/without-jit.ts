import { z } from 'zod';

// The CSP forbids making code from text. Imported first, before any schema is built.
z.config({ jitless: true });
