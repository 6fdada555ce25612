/** Below this many answers a figure is "not enough answers yet": never a number, NaN or 0. */
export const fewestAnswers = 5;

/** Whether n answers make a figure. */
export const isEnough = (n: number) => n >= fewestAnswers;
