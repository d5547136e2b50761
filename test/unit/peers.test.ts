import { missingPeers } from '../../srv/peers'

const module_ = {
  name: 'cap-after-sales', version: '1.0.0',
  peerDependencies: { '@sap/cds': '^10.1.1', '@cap-js/attachments': '^3.10.0', '@cap-js/telemetry': '^2.0.1' },
  peerDependenciesMeta: { '@cap-js/telemetry': { optional: true } }
}
const having = (versions: Record<string, string>) => missingPeers(module_, name => versions[name])

test('a host with all that is needed lacks nothing, with or without what is optional', () => {
  expect(having({ '@sap/cds': '10.3.0', '@cap-js/attachments': '3.10.2' })).toEqual([])
  expect(having({ '@sap/cds': '10.3.0', '@cap-js/attachments': '3.10.2', '@cap-js/telemetry': '2.4.0' })).toEqual([])
})

test('what a host does not have is named with the version that is wanted', () => {
  expect(having({ '@sap/cds': '10.3.0' })).toEqual([{ name: '@cap-js/attachments', wanted: '^3.10.0' }])
})

test('another major version does not do, nor one that is too old; optional packages included', () => {
  expect(having({ '@sap/cds': '9.8.0', '@cap-js/attachments': '3.10.2', '@cap-js/telemetry': '1.0.0' })).toEqual([
    { name: '@sap/cds', wanted: '^10.1.1', found: '9.8.0' }, { name: '@cap-js/telemetry', wanted: '^2.0.1', found: '1.0.0' }
  ])
  expect(having({ '@sap/cds': '10.0.9', '@cap-js/attachments': '3.10.0' })).toEqual([{ name: '@sap/cds', wanted: '^10.1.1', found: '10.0.9' }])
  expect(missingPeers({ name: 'm', version: '1', peerDependencies: { a: '^0.3.1' } }, () => '0.4.0')).toEqual([{ name: 'a', wanted: '^0.3.1', found: '0.4.0' }])
})
