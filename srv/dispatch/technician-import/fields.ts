import type { Headings } from '../../csv-import/headings'

/** What a column of the file can fill. The last five hold several entries in a cell, see `entries.ts`. */
export type Field =
  | 'number' | 'name' | 'userId' | 'email' | 'phone' | 'employeeNumber' | 'isActive' | 'area' | 'timeZone' | 'country' | 'region'
  | 'homeLatitude' | 'homeLongitude' | 'startsAtDepot' | 'depotName' | 'depotLatitude' | 'depotLongitude' | 'calendar' | 'capacity'
  | 'overtimeMinutes' | 'plant' | 'storageLocation' | 'costRate' | 'currency' | 'activityType' | 'costCenter'
  | 'furtherAreas' | 'languages' | 'skills' | 'certificates' | 'tools'

/** Headings as normalised by `plain`. */
export const HEADINGS: Headings<Field> = {
  number: { en: ['number', 'techniciannumber', 'technician', 'id'], de: ['nummer', 'technikernummer', 'techniker'], zh: ['编号', '技术员编号', '工号'] },
  name: { en: ['name', 'fullname', 'technicianname'], de: ['name', 'technikername'], zh: ['姓名', '名称'] },
  userId: { en: ['userid', 'user', 'login'], de: ['benutzer', 'benutzerkennung', 'anmeldename'], zh: ['用户', '用户id', '登录名'] },
  email: { en: ['email', 'mail', 'emailaddress'], de: ['email', 'emailadresse'], zh: ['邮箱', '电子邮件'] },
  phone: { en: ['phone', 'telephone', 'mobile', 'phonenumber'], de: ['telefon', 'mobil', 'telefonnummer'], zh: ['电话', '手机'] },
  employeeNumber: { en: ['employeenumber', 'personnelnumber'], de: ['personalnummer'], zh: ['人员编号', '员工编号'] },
  isActive: { en: ['active', 'isactive'], de: ['aktiv'], zh: ['在职', '有效'] },
  area: { en: ['area', 'servicearea'], de: ['gebiet', 'servicegebiet'], zh: ['区域', '服务区域'] },
  timeZone: { en: ['timezone'], de: ['zeitzone'], zh: ['时区'] },
  country: { en: ['country'], de: ['land'], zh: ['国家'] },
  region: { en: ['region', 'state'], de: ['region', 'bundesland'], zh: ['省份', '地区'] },
  homeLatitude: { en: ['homelatitude', 'latitude'], de: ['breitengrad', 'breitewohnort'], zh: ['住所纬度', '纬度'] },
  homeLongitude: { en: ['homelongitude', 'longitude'], de: ['längengrad', 'längewohnort'], zh: ['住所经度', '经度'] },
  startsAtDepot: { en: ['startsatdepot'], de: ['startetamdepot', 'startamdepot'], zh: ['从备件库出发'] },
  depotName: { en: ['depot', 'depotname'], de: ['depot'], zh: ['备件库'] },
  depotLatitude: { en: ['depotlatitude'], de: ['depotbreitengrad'], zh: ['备件库纬度'] },
  depotLongitude: { en: ['depotlongitude'], de: ['depotlängengrad'], zh: ['备件库经度'] },
  calendar: { en: ['calendar', 'workinghours'], de: ['kalender', 'arbeitszeit'], zh: ['日历', '工作时间'] },
  capacity: { en: ['capacity', 'visitsaday'], de: ['kapazität', 'besucheprotag'], zh: ['每日上门次数'] },
  overtimeMinutes: { en: ['overtime', 'overtimeminutes', 'overtimeaday'], de: ['überstunden', 'mehrarbeit'], zh: ['加班', '每日加班上限'] },
  plant: { en: ['plant'], de: ['werk'], zh: ['工厂'] },
  storageLocation: { en: ['storagelocation', 'van'], de: ['lagerort', 'fahrzeug'], zh: ['库存地点', '车辆'] },
  costRate: { en: ['costrate', 'rate', 'costperhour'], de: ['stundensatz', 'kostensatz'], zh: ['每小时成本', '费率'] },
  currency: { en: ['currency'], de: ['währung', 'waehrung'], zh: ['货币', '币种'] },
  activityType: { en: ['activitytype'], de: ['leistungsart'], zh: ['作业类型'] },
  costCenter: { en: ['costcenter', 'costcentre'], de: ['kostenstelle'], zh: ['成本中心'] },
  furtherAreas: { en: ['furtherareas', 'furtherserviceareas', 'otherareas'], de: ['weiteregebiete'], zh: ['其他服务区域'] },
  languages: { en: ['languages'], de: ['sprachen'], zh: ['语言'] },
  skills: { en: ['skills'], de: ['fähigkeiten', 'qualifikationen'], zh: ['技能'] },
  certificates: { en: ['certificates'], de: ['zertifikate', 'nachweise'], zh: ['证书'] },
  tools: { en: ['tools', 'testequipment'], de: ['werkzeuge', 'prüfmittel'], zh: ['工具'] }
}

/** Texts that go as they are into the field, and how many characters fit (`db/dispatch.cds`). */
export const TEXT_LENGTHS = {
  name: 80, userId: 255, email: 241, phone: 30, employeeNumber: 12, timeZone: 50, country: 3, region: 40, depotName: 80,
  plant: 4, storageLocation: 4, activityType: 6, costCenter: 10
} as const
export const NUMBER_LENGTH = 12

/** Whole numbers with their least and greatest value. */
export const INTEGERS = { capacity: [1, 50], overtimeMinutes: [0, 720] } as const

/** Degrees with six decimals. */
export const DEGREES = { homeLatitude: 90, homeLongitude: 180, depotLatitude: 90, depotLongitude: 180 } as const

export const FLAGS = ['isActive', 'startsAtDepot'] as const

/** Fields that name a row of another entity. */
export const REFERENCES = { area: 'area_code', calendar: 'calendar_code', currency: 'currency_code' } as const

/** What a new technician needs; whoever is there already has it. */
export const REQUIRED = ['name', 'area', 'calendar', 'timeZone'] as const
