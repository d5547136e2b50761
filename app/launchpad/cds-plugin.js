// The module is a plugin of its hosts. Its own stand-alone shell activates it by this workspace package,
// since CAP looks for plugins in a project's dependencies only.
require('../../cds-plugin')
