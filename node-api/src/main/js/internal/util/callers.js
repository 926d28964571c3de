/** Whether the code that called into the built-ins lies below a node_modules folder. */
function isInsideNodeModules() {
  for (const { scriptName } of internalBinding('util').getCallSites(100)) {
    if (scriptName && !scriptName.startsWith('node:')) return /[/\\]node_modules[/\\]/.test(scriptName);
  }
  return false;
}

module.exports = { isInsideNodeModules };
