import { expect, it } from 'vitest';
import { linksIn } from './add-links';

/** What a browser gives with what is dragged out of it. */
const dragged = (formats: Readonly<Record<string, string>>) => linksIn({ getData: (format) => formats[format] ?? '' });

it('[D213] a picture that is dragged out of a page is the picture, not the page that its link leads to', () => {
  expect(dragged({
    'text/uri-list': 'https://gallery.example/item/7',
    'text/html': '<meta charset="utf-8"><a href="https://gallery.example/item/7"><img class="x" src="https://cdn.example/7.png?w=2&amp;h=3" alt="a > b"></a>',
  })).toEqual(['https://cdn.example/7.png?w=2&h=3']);
  expect(dragged({ 'text/html': "<IMG alt='' SRC = 'https://cdn.example/one.webp'>" })).toEqual(['https://cdn.example/one.webp']);
});

it('[D213] several pictures of a marked part of a page come once each, in their order', () => {
  const html = ['b', 'a', 'b'].map((name) => `<p><img src="https://cdn.example/${name}.png"></p>`).join('');
  expect(dragged({ 'text/html': html })).toEqual(['https://cdn.example/b.png', 'https://cdn.example/a.png']);
  expect(dragged({ 'text/html': '<img src="data:image/png;base64,AAAA">' })).toEqual(['data:image/png;base64,AAAA']);
});

it('[D213] else links are taken, each line of the list, its remarks left out', () => {
  const list = '# two pictures\r\nhttps://cdn.example/a.png\r\n https://cdn.example/b.png \r\nhttps://cdn.example/a.png\r\n';
  expect(dragged({ 'text/uri-list': list })).toEqual(['https://cdn.example/a.png', 'https://cdn.example/b.png']);
  expect(dragged({ 'text/uri-list': 'https://cdn.example/a.png', 'text/html': '<b>no picture</b>' })).toEqual(['https://cdn.example/a.png']);
});

it('[D213] what is no address of the web and no picture in itself is none', () => {
  const others = ['file:///etc/passwd', 'javascript:alert(1)', 'blob:https://a.example/1', 'data:text/html,<b>', 'alice-media://picture/00', '/relative.png', ''];
  for (const other of others) {
    expect(dragged({ 'text/uri-list': other })).toEqual([]);
    expect(dragged({ 'text/html': `<img src="${other}">` })).toEqual([]);
  }
  expect(dragged({ 'text/plain': 'https://cdn.example/a.png' })).toEqual([]);
});
