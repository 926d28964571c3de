// Files of variables, parsed and put into the environment.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dotenv from 'dotenv';

const text = '# note\nBASIC=basic\nEMPTY=\nSINGLE=\'single # not a note\'\nDOUBLE="two\\nlines"\nMULTI="a\nb"\nSPACES =  padded  \nHASH=a#b # note\nexport EXPORTED=1\nJSON={"a": "b"}\nBACK=`"both\' quotes`\nUNDEF\nEQ=a=b==\n';
console.log(dotenv.parse(text), dotenv.parse(Buffer.from('A=1\r\nB=2\r\n')));
const folder = mkdtempSync(join(tmpdir(), 'dotenv-'));
writeFileSync(join(folder, '.env'), 'A_NEW=1\nKEPT=file\n');
writeFileSync(join(folder, '.env.local'), 'A_NEW=2\nSECOND=3\n');
process.env.KEPT = 'before';
const result = dotenv.config({ path: [join(folder, '.env.local'), join(folder, '.env')], quiet: true });
console.log(result.parsed, process.env.A_NEW, process.env.KEPT, process.env.SECOND);
dotenv.config({ path: join(folder, '.env'), override: true, quiet: true });
console.log(process.env.KEPT, dotenv.config({ path: join(folder, 'none'), quiet: true }).error.code);
const target = {};
dotenv.populate(target, { x: '1' });
console.log(target);
