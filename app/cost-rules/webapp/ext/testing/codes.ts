import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'

export interface Code { code: string; name: string }

/** A code list in the user's language. @param isDrafted whether people keep it with drafts */
export async function codesOf(model: ODataModel, list: string, isDrafted = false): Promise<Code[]> {
  const rows = await model.bindList(`/${list}`, undefined, [], [], { $select: 'code,name', $orderby: 'code', ...isDrafted ? { $filter: 'IsActiveEntity eq true' } : {}, $$groupId: '$direct' } as object).requestContexts(0, 300)
  return rows.map(row => ({ code: row.getProperty('code') as string, name: (row.getProperty('name') as string | null) ?? '' }))
}
