/**
 * A parsed query as a tree.
 */
import type { Place } from './token';

export type UnaryOperator = '!' | '-' | '~';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '<<' | '>>';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '=~' | '!~' | 'in';
export type LogicOperator = '&&' | '||';

export type Expression = Place &
  (
    | { readonly kind: 'number'; readonly value: bigint; readonly isHex: boolean }
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly of: Expression; readonly at: Expression }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    /** Half-open. */
    | { readonly kind: 'range'; readonly from: Expression; readonly to: Expression }
    | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
    | {
        readonly kind: 'arithmetic';
        readonly operator: ArithmeticOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'comparison';
        readonly operator: ComparisonOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'logic';
        readonly operator: LogicOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
  );

/** A query that can be evaluated any number of times. */
export interface Query {
  readonly text: string;
  readonly root: Expression;
  /** Every name that it looks up, without members: tells what an event must be decoded for. */
  readonly names: ReadonlySet<string>;
}
