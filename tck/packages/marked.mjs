// Markdown of most kinds, extensions and the lexer.
import { Marked, lexer, marked } from 'marked';

const text = `# Title *em*\n\nA [link](https://example.org "t") and ![img](a.png) with \`code\`, **bold**, ~~gone~~, <b>html</b> and https://auto.example.\\\nbreak\n\n> quote\n> - one\n>   1. two\n> - [x] done\n\n| a | b |\n|:--|--:|\n| 1 | \\| |\n\n\`\`\`js\nconst a = "<b>";\n\`\`\`\n\n    indented\n\n* * *\n\n[ref]: http://x.example 'R'\n[ref] &amp; &copy; _a_b_\n\nSetext\n======\n\n1. x\n\n   y\n2. z\n`;
console.log(marked.parse(text));
console.log(marked.parse('a\nb', { breaks: true }), marked.parseInline('**x** <script>'), JSON.stringify(lexer('- a\n- b\n').map((t) => [t.type, t.raw])));
const own = new Marked({ gfm: true, renderer: { heading({ tokens, depth }) { return `<h${depth} id="x">${this.parser.parseInline(tokens)}</h${depth}>`; } }, walkTokens(token) { if (token.type === 'strong') token.type = 'em'; } });
own.use({ extensions: [{ name: 'smile', level: 'inline', start: (s) => s.indexOf(':)'), tokenizer(s) { return s.startsWith(':)') ? { type: 'smile', raw: ':)' } : undefined; }, renderer: () => '<smile/>' }] });
console.log(own.parse('## h **b** :)'), await own.parse('x', { async: true }));
