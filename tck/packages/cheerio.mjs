// Documents read, asked, changed and written.
import * as cheerio from 'cheerio';

const $ = cheerio.load('<!doctype html><html><body><ul id="fruits" class="a b"><li class="apple" data-n="1" data-json=\'{"k":[1]}\'>Apple</li><li class="orange">Or&auml;nge</li><li>Pear<br></li></ul><form><input name="x" value="1"><select name="s"><option value="o" selected>O</select><textarea name="t">txt</textarea><input type=checkbox name=c checked></form><p>unclosed<p>second<table><tr><td>cell</table></body></html>');
console.log($('li').map((i, e) => $(e).text()).get(), $('.apple').attr('class'), $('.apple').data(), $('ul > li:nth-child(2)').html(), $('li:not(.apple):first').text(), $('li:contains("Pear")').index(), $('[data-n="1"]').length, $('p').length);
$('ul').append('<li class="new">New</li>').prepend($('<li/>').text('<first>').addClass('f')).find('.orange').replaceWith('<b>gone</b>').end().toggleClass('b c').attr('title', 'a "quote"');
$('.new').before('before').wrap('<div class="w"></div>').css('color', 'red').css({ 'font-size': '2px' });
$('.apple').removeAttr('data-n').after((i, html) => `<i>${i}${html}</i>`).parent().children().eq(0).remove();
console.log($.html('ul'), $('form').serialize(), $('form').serializeArray(), $('select').val(), $('input').prop('checked'), $('td').closest('table').find('tbody').length);
console.log($('body').contents().length, $('li').toArray().map((e) => e.tagName), $.root().children()[0].name, $('li').slice(1, 2).is('.apple'), $('li').filter((i) => i % 2 === 0).length, $('ul').nextAll('p').first().text(), $('li').has('br').length);
const xml = cheerio.load('<feed xmlns:x="u"><x:item a="1"/><Item><![CDATA[<raw>]]></Item></feed>', { xml: true });
console.log(xml('x\\:item').attr('a'), xml.xml(), xml('Item').text());
console.log($.extract({ names: ['li'], first: { selector: 'li', value: 'class' } }), cheerio.load('<div>a<span>b</span></div>', null, false).html());
