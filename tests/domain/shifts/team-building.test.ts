import { findTeamBuilding } from '../../../src/domain/shifts/team-building.ts';

const buildings = [
  { teamId: 'T1', building: 'HQ' },
  { teamId: 'T1', groupId: 'TAG_night', building: 'Gatehouse' },
  { teamId: 'T2', groupId: 'TAG_x', building: 'Riverside' },
];

describe('findTeamBuilding', () => {
  it.each([
    ['the group’s own building before its team’s', 't1', 'TAG_night', 'Gatehouse'],
    ['the team’s for another group', 'T1', 'TAG_day', 'HQ'],
    ['the team’s without a group', 'T1', '', 'HQ'],
    ['nothing for another group of a team without one', 'T2', 'TAG_y', undefined],
    ['nothing for a team that nobody mapped', 'T3', '', undefined],
  ])('knows %s', (_name, team, group, expected) => {
    expect(findTeamBuilding(buildings, team, group)).toBe(expected);
  });
});
