// The address of a VS Code window that runs an extension from its source folder.

/**
 * What a window shows. All paths are absolute paths of the machine that the server runs on.
 *
 * @typedef {object} Window
 * @property {string} folder the workspace
 * @property {string} [openFile] a file to show
 * @property {string} [extension] folder of the extension under development
 * @property {string} [tests] a bundle whose `run` is called in the extension host
 * @property {'node' | 'web'} [host] the extension host that runs the extension: Node's (the default) or the web worker
 */

/**
 * @param {{ port: number, token: string }} server
 * @param {Window} window
 * @returns {string}
 */
export const workbenchAddress = ({ port, token }, { folder, openFile, extension, tests, host = 'node' }) => {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
  /** @type {[string, string][]} */
  const payload = [];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  if (host === 'web') payload.push(['extensionDevelopmentKind', 'web']);
  if (openFile !== undefined) payload.push(['openFile', remote(openFile)]);
  const query = [
    ['tkn', token],
    ['folder', folder],
    ...(payload.length > 0 ? [['payload', JSON.stringify(payload)]] : []),
  ];
  return `http://127.0.0.1:${port}/?${query.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')}`;
};
