import type { Headings } from '../../csv-import/headings'

/** Fields of a past order that a column of the file can fill. */
export type Field =
  | 'reference' | 'equipment' | 'date' | 'completedOn' | 'shortText' | 'symptom' | 'orderType' | 'cost' | 'currency'
  | 'functionalLocation' | 'customer' | 'department' | 'technician' | 'resolution'

/**
 * Headings as normalised by `plain`, first choice first: those of SAP's order lists (IW38, IW39) in
 * English, German and Chinese, and what plain spreadsheets use.
 */
export const HEADINGS: Headings<Field> = {
  reference: {
    en: ['orderid', 'order', 'ordernumber', 'orderno', 'workorder', 'workorderid', 'workordernumber', 'reference'],
    de: ['auftrag', 'auftragsnummer', 'auftragsnr', 'referenz'],
    zh: ['工单号', '工单编号', '工单', '订单号', '订单']
  },
  equipment: {
    en: ['serialnumber', 'serialno', 'serial', 'equipment', 'equipmentnumber', 'equipmentno', 'asset', 'assetnumber'],
    de: ['serialnummer', 'seriennummer', 'equipment', 'equipmentnummer', 'anlage', 'maschine'],
    zh: ['序列号', '设备号', '设备编号', '设备']
  },
  date: {
    en: ['bscstartdate', 'basicstartdate', 'basicstart', 'bscstart', 'receivedat', 'orderdate', 'startdate', 'date'],
    de: ['eckstarttermin', 'eckstart', 'starttermin', 'startdatum', 'auftragsdatum', 'datum'],
    zh: ['基本开始日期', '开始日期', '报修日期', '工单日期', '日期']
  },
  completedOn: {
    en: ['basicfinishdate', 'basicfindate', 'basicfinish', 'bscfinishdate', 'finishdate', 'enddate', 'completedon', 'completedat'],
    de: ['eckendtermin', 'eckende', 'endtermin', 'enddatum', 'erledigtam'],
    zh: ['基本完成日期', '完成日期', '结束日期']
  },
  shortText: {
    en: ['originalshorttext', 'shorttext', 'description', 'orderdescription', 'title', 'text'],
    de: ['kurztext', 'auftragskurztext', 'beschreibung', 'bezeichnung'],
    zh: ['短文本', '简短描述', '描述', '标题']
  },
  symptom: {
    en: ['longtext', 'symptom', 'faultdescription', 'problem'],
    de: ['langtext', 'störung', 'fehlerbeschreibung'],
    zh: ['长文本', '故障描述', '故障现象']
  },
  orderType: {
    en: ['ordertype', 'pmtype', 'workordertype'],
    de: ['auftragsart'],
    zh: ['订单类型', '工单类型']
  },
  cost: {
    en: ['totalactcosts', 'totalactualcosts', 'totalcosts', 'totalcost', 'actualcost', 'actualcosts', 'cost', 'costs', 'amount'],
    de: ['gesamtkostenist', 'gesamtistkosten', 'istkosten', 'gesamtkosten', 'kosten', 'betrag'],
    zh: ['总实际成本', '实际成本', '总费用', '费用', '成本', '金额']
  },
  currency: { en: ['currency', 'curr', 'crcy'], de: ['währung', 'waehrung', 'whrg'], zh: ['货币', '币种'] },
  functionalLocation: {
    en: ['functionallocation', 'funclocation', 'functionalloc', 'functloc'],
    de: ['technischerplatz', 'technplatz', 'techplatz'],
    zh: ['功能位置', '安装位置']
  },
  customer: { en: ['customer', 'customernumber', 'soldtoparty'], de: ['kunde', 'kundennummer', 'auftraggeber'], zh: ['客户号', '客户编号', '客户'] },
  department: { en: ['department', 'ward'], de: ['abteilung', 'station'], zh: ['科室', '部门'] },
  technician: { en: ['technician', 'engineer'], de: ['techniker', 'monteur'], zh: ['技术员', '工程师', '维修人员'] },
  resolution: { en: ['resolution', 'solution', 'workdone'], de: ['lösung', 'massnahme', 'maßnahme'], zh: ['处理结果', '解决方案', '处理措施'] }
}
