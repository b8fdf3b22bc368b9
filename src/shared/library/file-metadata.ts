/** One node of a ComfyUI graph: what it does, with which values, and what flows into it. */
export interface GraphStep {
  readonly id: string;
  readonly type: string;
  readonly values: readonly (readonly [input: string, value: string])[];
  readonly from: readonly { readonly input: string; readonly id: string; readonly type: string }[];
}

/** The nodes that lead to the picture, each behind those that flow into it. */
export interface GraphSteps {
  readonly steps: readonly GraphStep[];
  /** Nodes of the whole graph; those that lead nowhere are not among the steps. */
  readonly nodes: number;
}

/** One text of a file under its key. */
export interface FileText {
  readonly key: string;
  readonly text: string;
  /** Characters of the whole text; more than those shown when it was cut. */
  readonly length: number;
}

/** What stands in a file, read from it just now. Texts to show, never to run. */
export interface FileMetadata {
  readonly texts: readonly FileText[];
  /** Texts that were left out, because there are too many. */
  readonly left_out: number;
  readonly graph: GraphSteps | null;
}
