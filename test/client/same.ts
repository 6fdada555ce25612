/** Whether each of two types can stand for the other, field by field, also of those that may be left out. */
export type Same<A, B> = Alike<A, B> extends true ? Alike<Required<A>, Required<B>> : false;

type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
