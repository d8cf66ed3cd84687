// What our dashboard may contain: Grafana's own types (grafana-foundation-sdk), closed. Grafana leaves open what
// panels of other kinds may have; ours have these three kinds and one kind of query, so nothing is left open.
import type * as grafana from "@grafana/grafana-foundation-sdk/dist/dashboard/types.gen";
import type * as prometheus from "@grafana/grafana-foundation-sdk/dist/prometheus/types.gen";
import type * as stat from "@grafana/grafana-foundation-sdk/dist/stat/types.gen";
import type * as table from "@grafana/grafana-foundation-sdk/dist/table/types.gen";
import type * as timeseries from "@grafana/grafana-foundation-sdk/dist/timeseries/types.gen";

type Query = Omit<prometheus.Dataquery, "_implementsDataqueryVariant">;

type Fields<Custom> = {
  defaults: Omit<grafana.FieldConfig, "custom"> & { custom?: Partial<Custom> };
  overrides: grafana.FieldConfigSource["overrides"];
};

// What a person needs of each: none may do without.
type Panel<Kind, Options, Custom> = Omit<grafana.Panel, "type" | "targets" | "options" | "fieldConfig" | "gridPos"> & {
  type: Kind;
  id: number;
  title: string;
  description: string;
  gridPos: grafana.GridPos;
  targets: Query[];
  options: Partial<Options>;
  fieldConfig: Fields<Custom>;
};

// One for each value of a panel's "type", by which check.js finds it.
export type StatPanel = Panel<"stat", stat.Options, Record<string, never>>;
export type TablePanel = Panel<"table", table.Options, table.FieldConfig>;
export type TimeseriesPanel = Panel<"timeseries", timeseries.Options, timeseries.FieldConfig>;
export type RowsPanel = grafana.RowPanel;

export type WholeDashboard = Omit<grafana.Dashboard, "panels"> & { panels: unknown[] };
