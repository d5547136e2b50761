using from './service';
using from './board';
using from './constraints';
using from './access-control';
using from './milestones';
using from './warnings';
using from './warnings-access';
