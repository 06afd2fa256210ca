/** Finds the building that a shift of a team means; Teams Shifts names none. */

/** As the administrator mapped them; an entry without a group is about the whole team. */
export type TeamBuildings = readonly {
  readonly teamId: string;
  readonly groupId?: string | undefined;
  readonly building: string;
}[];

/** A scheduling group's own entry counts before its team's. */
export function findTeamBuilding(buildings: TeamBuildings, teamId: string, groupId: string): string | undefined {
  const mine = buildings.filter((one) => one.teamId.toLowerCase() === teamId.toLowerCase());
  const ofGroup = groupId === '' ? undefined : mine.find((one) => one.groupId === groupId);
  return (ofGroup ?? mine.find((one) => one.groupId === undefined))?.building;
}
