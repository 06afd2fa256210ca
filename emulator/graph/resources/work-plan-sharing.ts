/** How much of a work plan its owner shows to colleagues: all of it until told otherwise. */
import type { WorkPlan } from '../../seed/seeded-world.ts';

export type SharedDetails = 'none' | 'approximate' | 'specific';

const sharing = new WeakMap<WorkPlan, SharedDetails>();

export const sharingOf = (plan: WorkPlan): SharedDetails => sharing.get(plan) ?? 'specific';

export const shareWorkPlan = (plan: WorkPlan, details: SharedDetails): void => void sharing.set(plan, details);
