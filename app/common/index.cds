// All of them; a page takes what is stored and its own service.
using from './stored';
using from './work-orders';
using from './dispatch';
using from './spare-parts';
using from './quality';
using from './service-levels';
using from './finance';
using from './master-data';
using from './host-erp';
using from './data-privacy';
