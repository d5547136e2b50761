using from './db';
using from './srv';
using from './app/services';
