// Numbers of processes, asked of the system when first read.

const { pid } = internalBinding('process');

module.exports = { pid: pid() };
