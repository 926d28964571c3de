// navigator: the few facts Node gives there.

const {
  codes: { ERR_ILLEGAL_CONSTRUCTOR },
} = require('internal/errors');
const { exposeMethods } = require('internal/util');

const kCreate = Symbol('create');

class Navigator {
  constructor(token) {
    if (token !== kCreate) throw new ERR_ILLEGAL_CONSTRUCTOR();
  }

  get hardwareConcurrency() { return internalBinding('os').getAvailableParallelism(); }

  get language() { return globalThis.Intl?.Collator?.().resolvedOptions().locale ?? 'en-US'; }

  get languages() { return Object.freeze([this.language]); }

  get userAgent() { return `Node.js/${process.versions.node.split('.', 1)[0]}`; }

  get platform() {
    const { arch, platform } = process;
    switch (platform) {
      case 'darwin': return 'MacIntel';
      case 'win32': return 'Win32';
      case 'linux': return arch === 'ia32' ? 'Linux i686' : arch === 'x64' ? 'Linux x86_64' : `Linux ${arch}`;
      default: return `${platform[0].toUpperCase()}${platform.slice(1)} ${arch === 'x64' ? 'x86_64' : arch}`;
    }
  }
}
exposeMethods(Navigator.prototype, ['hardwareConcurrency', 'language', 'languages', 'userAgent', 'platform']);

module.exports = { Navigator, navigator: new Navigator(kCreate) };
