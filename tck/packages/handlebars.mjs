// Templates, partials, helpers, and code made ahead.
import Handlebars from 'handlebars';

Handlebars.registerHelper('loud', (text, options) => new Handlebars.SafeString(`${String(text).toUpperCase()}${options.hash.mark ?? ''}`));
Handlebars.registerHelper('times', function times(n, options) { return Array.from({ length: n }, (_, i) => options.fn(this, { data: { ...options.data, i } })).join(''); });
Handlebars.registerPartial('row', '<tr>{{#each cells as |c k|}}<td>{{k}}:{{c}}</td>{{/each}}{{> @partial-block}}</tr>');
const template = Handlebars.compile(`{{!-- hidden --}}{{#with page}}<h1>{{title}}</h1>{{{raw}}}{{/with}}{{#if list.length}}{{#each list}}{{@index}}/{{@last}} {{name}}{{#unless @last}}, {{/unless}}{{else}}none{{/each}}{{else if other}}o{{else}}empty{{/if}}
{{loud "hey <you>" mark="!"}} {{#times 3}}{{@i}}{{/times}} {{#> row cells=(lookup this "cells")}}block{{/row}} {{~#if true~}}  tight  {{~/if~}} {{lookup map 'k'}} {{[odd name]}} {{../x}} {{log "x" level="debug"}}`);
console.log(template({ page: { title: '<T>', raw: '<i>' }, list: [{ name: 'a' }, { name: 'b' }], cells: { p: 1, q: 2 }, map: { k: 'v' }, 'odd name': 1 }));
console.log(template({ list: [], other: 1 }));
console.log(typeof Handlebars.precompile('{{a}}'), Handlebars.template(new Function(`return ${Handlebars.precompile('Hi {{a.b}}{{#each c}}{{this}}{{/each}}')}`)())({ a: { b: 'there' }, c: [1, 2] }));
for (const bad of ['{{#if}}', '{{> missing}}', '{{a', '{{#each x}}{{/if}}']) {
  try {
    console.log(Handlebars.compile(bad)({}));
  } catch (e) {
    console.log(e.message);
  }
}
console.log(Handlebars.compile('{{proto.constructor}}')({ proto: {} }), Handlebars.compile('{{a}}', { noEscape: true })({ a: '<' }), Handlebars.parse('{{foo bar=1}}').body[0].hash.pairs[0].key);
