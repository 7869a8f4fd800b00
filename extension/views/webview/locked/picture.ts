/** The gauge with its sum as a file: what the view shows, in the colours that it has on the screen. */
import type { PositionBody } from '../../../../debug-adapter/protocol/view';
import { gaugeSvg, type BillLine, type PicturedPart } from '../../../../picture/locked/gauge-svg';
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { filled, sizeOf } from '../format';
import { partWord } from './gauge';
import type { Sums } from './sums';

export function pictureOf(
  root: HTMLElement,
  sums: Sums | undefined,
  position: PositionBody,
  s: ViewStrings,
): string {
  const style = getComputedStyle(root);
  const colour = (name: string, otherwise: string): string =>
    style.getPropertyValue(name).trim() || otherwise;
  const total = root.querySelector('.total');
  const verdict = total?.querySelector('.verdict');
  const call = `${filled(s.lineNumber, String(position.line))}: ${shownText(position.text)}`;
  return gaugeSvg(
    {
      caption: position.atEnd ? s.end : call,
      total: [total?.querySelector('strong'), total?.querySelector('strong + span')]
        .map((part) => part?.textContent.trim() ?? '')
        .join(' '),
      verdict: verdict?.textContent ?? '',
      isOver: verdict?.classList.contains('isOver') === true,
      language: s.language,
      scaleKb: sums?.scaleKb ?? null,
      parts: sums === undefined ? [] : partsOf(sums, s),
      marks: sums === undefined ? [] : marksOf(sums, s),
      bill: [...root.querySelectorAll<HTMLTableRowElement>('.sums tr')].map(billLine),
      notes: [...root.querySelectorAll('.bindings dt')].map((name) => {
        const facts = [...(name.nextElementSibling?.children ?? [])].map((fact) => fact.textContent);
        return `${name.textContent}: ${facts.join(' ')}`;
      }),
    },
    {
      paper: colour('--vscode-editor-background', '#ffffff'),
      ink: colour('--vscode-editor-foreground', style.color),
      faint: colour('--vscode-descriptionForeground', style.color),
      held: colour('--held', style.color),
      over: colour('--over', style.color),
    },
  );
}

function partsOf(
  { parts, limitKb, limitZone, scaleKb, spareKb }: Sums,
  s: ViewStrings,
): readonly PicturedPart[] {
  const size = (kb: number): string => sizeOf(kb, s.language);
  return [
    ...parts.map(({ kind, from, to }) => ({
      kind,
      from,
      to,
      text: `${partWord(kind, s)} ${size(to - from)}`,
    })),
    ...(limitKb === null || spareKb === null || spareKb >= 0
      ? []
      : [
          {
            kind: 'over' as const,
            from: limitKb,
            to: limitKb - spareKb,
            text: filled(s.overBy, size(-spareKb)),
          },
        ]),
    ...(limitZone === null
      ? []
      : [{ kind: 'zone' as const, from: limitZone.from, to: limitZone.to ?? scaleKb, text: s.limitHere }]),
  ];
}

function marksOf({ limitKb, assumedKb }: Sums, s: ViewStrings) {
  const size = (kb: number): string => sizeOf(kb, s.language);
  return [
    ...(limitKb === null
      ? []
      : [{ atKb: limitKb, text: `${s.limitWord} ${size(limitKb)}`, isAssumed: false }]),
    ...(assumedKb === null
      ? []
      : [{ atKb: assumedKb, text: filled(s.assumedSize, size(assumedKb)), isAssumed: true }]),
  ];
}

function billLine(row: HTMLTableRowElement): BillLine {
  const name = row.querySelector('th');
  return {
    sign: row.querySelector('.sign')?.textContent ?? '',
    amount: row.querySelector('.amount')?.textContent ?? '',
    name: name?.firstChild?.textContent ?? '',
    detail: row.querySelector('.detail')?.textContent ?? '',
    kind: row.className,
  };
}
