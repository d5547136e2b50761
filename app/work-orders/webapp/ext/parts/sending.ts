import uid from 'sap/base/util/uid'
import type ODataModel from 'sap/ui/model/odata/v4/ODataModel'
import { act } from '../live/requests'

const SERVICE = 'aftersales.SparePartsService'

/** @throws a refusal */
export const onReservation = (model: ODataModel, ID: string, action: string, values: object): Promise<unknown> => act(model, `/Reservations(${ID})/${SERVICE}.${action}`, values)

/** @throws a refusal */
export const onRequest = (model: ODataModel, ID: string, action: string, values: object): Promise<unknown> => act(model, `/SubstitutionRequests(${ID})/${SERVICE}.${action}`, values)

/** @throws a refusal */
export const need = async (model: ODataModel, action: 'need' | 'reserve', values: object): Promise<string> => (await act<{ ID: string }>(model, `/${action}`, values)).ID

/** Names a request, so that it counts once however often it is sent. */
export const requestKey = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${uid()}`.slice(0, 60)
