// A page of its own: its labels are texts of the app, those of what it reads stand with the others.
using from '../common/spare-parts';
