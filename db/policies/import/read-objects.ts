import { checkPlate } from '../../../domain/identity/plate.ts'
import { checkVehicleIdentificationNumber } from '../../../domain/identity/vehicle-identification-number.ts'
import type { Line } from '../../../domain/policy/terms.ts'
import { isCivilDate } from '../../../domain/time/civil-date.ts'
import type { CivilDate } from '../../../domain/time/instant.ts'
import type { FaultList } from './faults.ts'
import type { FileObject, FileVehicle } from './file-schema.ts'

const kindsOfLine: Readonly<Record<Line, readonly FileObject['kind'][]>> = {
  motorCompulsory: ['vehicle'],
  motorCommercial: ['vehicle'],
  property: ['building', 'contents'],
  accident: [],
  health: [],
}

/** The insured objects in their normal form. Motor insures one vehicle, property something, persons no object. */
export function readObjects(
  line: Line,
  objects: readonly FileObject[],
  path: string,
  { today, faults }: { readonly today: CivilDate; readonly faults: FaultList },
): readonly FileObject[] {
  const kinds = kindsOfLine[line]
  faults.require(kinds.length === 0 || objects.length > 0, path, 'objectMissing')
  return objects.map((object, index) => {
    const at = `${path}/${index}`
    faults.require(kinds.includes(object.kind), `${at}/kind`, 'objectNotOfLine')
    if (object.kind !== 'vehicle') return object
    faults.require(index === 0, at, 'twice')
    return readVehicle(object, at, today, faults)
  })
}

function readVehicle(vehicle: FileVehicle, path: string, today: CivilDate, faults: FaultList): FileVehicle {
  const number = checkVehicleIdentificationNumber(vehicle.vehicleNumber)
  const tolerated =
    !number.ok && number.reason === 'vehicleNumberCheckDigit' && vehicle.parallelImport === true
  if (!number.ok && !tolerated) faults.addField(`${path}/vehicleNumber`, number.reason)
  const plate = vehicle.plate === undefined ? undefined : checkPlate(vehicle.plate)
  if (plate?.ok === false) faults.addField(`${path}/plate`, plate.reason)
  const { firstRegisteredOn } = vehicle
  faults.require(isCivilDate(firstRegisteredOn), `${path}/firstRegisteredOn`, 'date')
  faults.require(firstRegisteredOn <= today, `${path}/firstRegisteredOn`, 'inFuture')
  return {
    ...vehicle,
    vehicleNumber: number.ok ? number.value : vehicle.vehicleNumber.trim().toUpperCase(),
    ...(plate?.ok === true ? { plate: plate.value.plate } : {}),
  }
}

/** What a report finds the policy by: the plate, or the identification number of a vehicle that has none yet. */
export function lookupNumberOf(objects: readonly FileObject[]): string | null {
  const vehicle = objects.find((object) => object.kind === 'vehicle')
  return vehicle === undefined ? null : (vehicle.plate ?? vehicle.vehicleNumber)
}
