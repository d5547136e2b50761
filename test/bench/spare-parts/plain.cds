using { aftersales as db } from '../../../db';

/** What a claim writes, and nothing else: no order is looked at, no stock, no rule. Loaded by the benchmark only. */
@path: '/odata/v4/bench-plain'
@requires: 'authenticated-user'
service aftersales.bench.PlainService {
  action write(workOrder_ID : UUID not null, part_ID : UUID not null, quantity : db.Quantity not null, number : String(12) not null) returns UUID;
}
