using from '../common/spare-parts';
using from './forecasts';
using from './alerts';
using from './usual-parts';
using from './substitutes';
using from './places';
