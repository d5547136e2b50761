import type Control from 'sap/ui/core/Control'
import type RenderManager from 'sap/ui/core/RenderManager'

/** Draws a control's hidden aggregation `content`. Each class names it, since UI5 does not inherit renderers that are written beside a class. */
export const contentRenderer = {
  apiVersion: 2,
  render(manager: RenderManager, part: Control): void {
    manager.openStart('div', part).openEnd()
    const content = part.getAggregation('content') as Control | null
    if (content) manager.renderControl(content)
    manager.close('div')
  }
}
