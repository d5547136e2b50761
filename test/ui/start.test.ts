import axios from 'axios'
import { startShell } from '../setup/shell-server'

const answers = (url: string) => axios.get(`${url}/__about`, { validateStatus: () => true }).then(({ status }) => status === 200, () => false)

// With its model compiled at the start, as people have it; other files take the one that was compiled for all of them.
test('the product starts with a stand-in of the host ERP beside it, and both end together', async () => {
  const { url, hostUrl, stop } = await startShell({}, {}, { AFTERSALES_TEST_PREPARED: undefined })
  expect(new URL(hostUrl).port).not.toBe(new URL(url).port)
  const equipment = await axios.get(`${hostUrl}/sap/opu/odata/sap/API_EQUIPMENT/Equipment/$count`, { auth: { username: 'AFTERSALES', password: 'Stand-in-1' } })
  expect(Number(equipment.data)).toBeGreaterThan(0)
  await stop()
  const deadline = Date.now() + 10_000
  while ((await answers(hostUrl)) && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 100))
  expect(await answers(hostUrl)).toBe(false)
}, 180_000)
