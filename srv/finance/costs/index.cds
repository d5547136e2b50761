using { aftersales.FinanceService } from '../service';
using from './comparison';
