import { app, type Session, type WebContents } from 'electron';

/** Where the window's page lives. Everything else on earth is refused. */
export const appOrigin = 'app://alice';

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' alice-media: data: blob:",
  "font-src 'self'",
  'media-src alice-media:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Whether an address is one of Alice's own pages. */
export function isAppAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === appOrigin;
  } catch {
    return false;
  }
}

/** The documentation page is text and one style sheet; it can do nothing at all. */
export const docsSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Electron's own preferences for every window of Alice. */
export const safeWebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/** Denies whatever a page could do beyond showing itself, for every web contents that will ever be created. */
export function lockDown(): void {
  // Root cannot use the sandbox; whoever starts Alice as root says so with this switch, for that launch only.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => { lockContents(contents); });
}

function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => { event.preventDefault(); });
  contents.on('will-redirect', (event) => { event.preventDefault(); });
  contents.on('will-frame-navigate', (event) => { event.preventDefault(); });
  contents.on('will-attach-webview', (event) => { event.preventDefault(); });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No permission is granted but writing text to the clipboard from Alice's own page, and no request leaves the app. */
export function lockSession(session: Session): void {
  const allowed = (permission: string, from: string) => permission === 'clipboard-sanitized-write' && isAppAddress(from);
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl: from }) => { answer(allowed(permission, from)); });
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, origin));
  session.setDevicePermissionHandler(() => false);
  const inside = ['app:', 'alice-media:', 'data:', 'blob:', 'devtools:'];
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !inside.includes(new URL(request.url).protocol) });
  });
}
