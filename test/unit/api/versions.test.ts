import { inOrder, mayBreak } from '../../api/versions'

test.each([
  ['0.1.0', '0.1.1', false], ['0.1.0', '0.2.0', true], ['0.2.0', '0.1.9', false], ['0.9.0', '1.0.0', true],
  ['1.4.0', '1.5.0', false], ['1.4.0', '2.0.0', true], ['1.4.0', '1.4.0', false]
])('after %s version %s may break what was promised: %s', (before, after, expected) => {
  expect(mayBreak(before, after)).toBe(expected)
})

test('the last release is the highest version, not the last name', () => {
  expect(inOrder(['0.10.0', '0.9.3', '0.2.0']).at(-1)).toBe('0.10.0')
})

test('what is no version is refused', () => {
  expect(() => mayBreak('0.1', '0.2.0')).toThrow('Not a version: 0.1')
})
