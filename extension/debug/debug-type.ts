/** The debug type and the language have the same id: a log is opened by the one and stepped through by the other. */
export const debugType = 'strace';
export const languageId = 'strace';
