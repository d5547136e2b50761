using from '../common/service-levels';
using from './shifts';
using from './people';
using from './ladder';
using from './notice-texts';
