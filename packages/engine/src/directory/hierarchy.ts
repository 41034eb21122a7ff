import type { PositionId, UnitId } from '../model/directory.ts';
import type { Staff } from './staff.ts';

/** The unit and those above it; a loop in the data ends the walk. */
export function unitsUpward(staff: Staff, unitId: UnitId | undefined): UnitId[] {
  const way: UnitId[] = [];
  let unit = unitId === undefined ? undefined : staff.units.get(unitId);
  while (unit !== undefined && !way.includes(unit.id)) {
    way.push(unit.id);
    unit = unit.parent === undefined ? undefined : staff.units.get(unit.parent);
  }
  return way;
}

/** The first post of a kind going up from a unit, other than `except`. */
function firstUpward(
  staff: Staff,
  unitId: UnitId | undefined,
  kind: 'head' | 'curator',
  except?: PositionId,
): PositionId | null {
  for (const id of unitsUpward(staff, unitId)) {
    const post = staff.units.get(id)?.[kind];
    if (post !== undefined && post !== except) return post;
  }
  return null;
}

export function headOf(staff: Staff, unitId: UnitId): PositionId | null {
  return firstUpward(staff, unitId, 'head');
}

export function curatorOf(staff: Staff, unitId: UnitId): PositionId | null {
  return firstUpward(staff, unitId, 'curator');
}

export function superiorOf(staff: Staff, positionId: PositionId): PositionId | null {
  const unit = staff.positions.get(positionId)?.unit;
  return firstUpward(staff, unit, 'head', positionId) ?? firstUpward(staff, unit, 'curator', positionId);
}
