using from './service';
using from './access-control';
using from './current-user';
using from './availability/availability';
using from './scanning';
using from './usual-parts';
using from './van-stock';
using from './forecasts';
