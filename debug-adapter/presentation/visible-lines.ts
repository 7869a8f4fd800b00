/**
 * Text off a log on its way into an editor's own debug views. A debug console obeys the orders of terminals (ANSI escapes), and marks
 * of direction turn what stands around them: each character is to be seen, lines stay lines.
 */
import { visible } from '../../picture/shown-text';

export const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');
