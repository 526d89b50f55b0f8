/** What every widget is told; its words and its value it reads itself, by the path. */
export type WidgetProps = {
  readonly path: string;
  readonly isRequired?: boolean;
  /** Values of a select. */
  readonly values?: readonly string[];
  /** Instead of the form's word for the path, for one of several alike. */
  readonly label?: string;
  /** In a list whose head says it already. */
  readonly isLabelHidden?: boolean;
};
