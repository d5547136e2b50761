using from '../common/finance';
using from './worklist';
using from './postings';
using from './orders';
using from './billing';
using from './actions';
