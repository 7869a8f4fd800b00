/**
 * The grammar of a line of strace's output, versions 4.5 to 7.2. Text in, values with their places out; it knows neither
 * files nor the kernel.
 */
export { type ReadPrefix, readPrefix } from './prefix';
export { readEvent } from './read-event';
export type { BodyOf, CallBody, EventBody } from './event-body';
export { type LineRole, lineRole } from './line-role';
export { type EndMark, endMark, resumedAt, resumedEnd, resumedNameEnd, unfinishedAt } from './marks';
export { callEnd, resultBehind } from './call-end';
export { callOpening, readCall } from './call';
export { messageAt } from './message';
export { type FrameBody, isStackFrame, readStackFrame } from './stack-frame';
export { isHtmlEscaped, unescapeHtml } from './html';
export { type PlainPiece, type PlainText, stripColour } from './colour';
