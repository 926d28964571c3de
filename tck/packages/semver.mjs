// Ranges and versions, plain and odd.
import semver from 'semver';

const versions = ['1.2.3', '1.2.3-beta.2', '1.2.3-beta.11', '2.0.0', '0.1.0', '10.0.0', '1.10.0', '1.2.4+build.5', 'v3.0.0'];
console.log(semver.sort([...versions]), semver.rsort([...versions]), versions.map((v) => semver.clean(v)));
for (const range of ['^1.2.3', '~1.2', '1.x || >=2.5.0 || 5.0.0 - 7.2.3', '>=1.2.3-beta <2', '*', '', '<=1.2.3', '^0.0.3', '1.2.3 - 2.3', '>1.2.3-beta.2 <1.2.4', 'latest']) {
  console.log(JSON.stringify(range), semver.validRange(range), versions.filter((v) => semver.satisfies(v, range)), semver.maxSatisfying(versions, range), semver.minVersion(semver.validRange(range) ?? '*')?.version);
}
for (const type of ['major', 'premajor', 'minor', 'preminor', 'patch', 'prepatch', 'prerelease']) console.log(type, semver.inc('1.2.3-beta.4', type, 'rc'));
console.log(semver.diff('1.2.3', '1.3.0-a'), semver.coerce('v3.4 replaces v3.3.1')?.version, semver.coerce('1.2.3.4', { rtl: true })?.version, semver.intersects('^1.2', '>=1.9'), semver.subset('^1.2.3', '1.x'), semver.gtr('2.0.0', '^1'), semver.simplifyRange(['1.0.0', '1.0.1', '1.1.0'], '1.0.0 || 1.0.1'), semver.parse('1.2.3-a.1+b').prerelease, semver.compareBuild('1.0.0+1', '1.0.0+2'));
try {
  new semver.SemVer('not one');
} catch (e) {
  console.log(e.name, e.message);
}
