import { describe, expect, it } from 'vitest';
import { judgeFile } from './fileType.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the type of a file', () => {
  it.each([
    ['Проект контракта.pdf', '%PDF-1.7', 'application/pdf'],
    ['записка.TXT', 'Обоснование цены', 'text/plain; charset=utf-8'],
    ['смета.csv', 'позиция;цена', 'text/csv; charset=utf-8'],
  ])('%s is what its bytes say', (name, text, type) => {
    expect(judgeFile(name, bytes(text))).toEqual({ ok: true, type });
  });

  it.each([
    ['договор.pdf', '<html><script>'],
    ['договор.pdf', 'MZ\u0090'],
    ['скан.png', '%PDF-1.7'],
    ['письмо.txt', '<!DOCTYPE html>'],
    ['акт.docx', '%PDF-1.7'],
  ])('%s that begins with %j lies', (name, text) => {
    expect(judgeFile(name, bytes(text))).toEqual({ ok: false, code: 'FILE_TYPE_LIES' });
  });

  it.each(['setup.exe', 'page.html', 'picture.svg', 'script.js', 'без расширения'])(
    '%s is not taken at all',
    (name) => {
      expect(judgeFile(name, bytes('anything'))).toEqual({ ok: false, code: 'FILE_TYPE_REFUSED' });
    },
  );
});
