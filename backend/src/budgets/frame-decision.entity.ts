import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '#shared';
import { Project } from '../projects/project.entity.js';

/** A decision that sets or changes the cost frame (*vedtatt ramme*). The frame is the sum of its decisions. */
@Entity('frame_decision')
export class FrameDecision {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'frame_decision_pk' }) id!: string;
  @ForeignKey(() => Project, { name: 'frame_decision_project_fk' })
  @Index('frame_decision_project_idx')
  @Column('uuid', { name: 'project_id' })
  projectId!: string;
  @Column('date', { name: 'decided_on' }) decidedOn!: LocalDate;
  @Column('text', { name: 'decided_by' }) decidedBy!: string;
  @Column('text', { name: 'case_number' }) caseNumber!: string;
  /** The change of the frame; negative lowers it. */
  @Column('bigint', { name: 'amount_ore' }) amountOre!: number;
  @Column('text') reason!: string;
}
