/** What is known of an event that a service gave up on, beside the event itself. */
export interface ParkedEvent {
  readonly service: string;
  readonly sequence: number;
  readonly attempts: number;
  readonly reason: string;
  /** UTC. */
  readonly parked_at: string;
}
