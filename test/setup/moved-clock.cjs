// Loaded by `node --require` into a server under test: its clock runs ahead by the milliseconds in the file that MOVED_CLOCK names.
const fs = require('node:fs')
const { setInterval } = require('node:timers')

const Real = Date
let ahead = 0
const read = () => { ahead = Number(fs.readFileSync(process.env.MOVED_CLOCK, 'utf8')) || 0 }
read()
setInterval(read, 100).unref()

globalThis.Date = class Date extends Real {
  constructor(...args) {
    if (args.length) super(...args)
    else super(Real.now() + ahead)
  }
  static now() { return Real.now() + ahead }
}
