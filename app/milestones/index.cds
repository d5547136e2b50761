using from './layouts';
using from './aggregation';
