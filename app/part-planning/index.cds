using from './forecasts';
using from './usual-parts';
using from './substitutes';
using from './places';
