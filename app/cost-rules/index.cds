using from '../common/finance';
using from './deciding';
using from './rates';
using from './companies';
using from './value-helps';
