/**
 * The `launch` request, as it stands in launch.json.
 */
/** Arguments of the `launch` request. */
export interface LaunchArguments {
  /** The log: a file, a gzip file, or the prefix of a `-ff` set. */
  readonly program: string;
  /** A /proc/PID/maps or smaps snapshot file; `PROGRAM.maps` beside the log is taken by itself. */
  readonly maps?: string;
  /** Stop before the first event (default true). */
  readonly stopOnEntry?: boolean;
  /** Only these tids are shown as threads and stopped in. All of them are still replayed. */
  readonly tasks?: readonly number[];
  /** Kernel that the log was recorded on, '6.18'. Default: what the log shows, else the newest. */
  readonly kernel?: string;
  readonly architecture?: string;
  /** Bytes of a page of the machine: 4096, 16384, 65536. Default: what the log shows, else 4096. */
  readonly pageSize?: number;
  /** vm.max_map_count of the machine. Default: what the log shows, else 65530. */
  readonly maxMapCount?: number;
  /** Language of explanations: 'es', 'zh-TW'. Default: the client's (`locale`), else English. */
  readonly language?: string;
  readonly noDebug?: boolean;
}
