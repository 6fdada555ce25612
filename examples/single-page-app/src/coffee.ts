export const coffees = [
  { name: 'Guji, Ethiopia', notes: 'Peach, jasmine', roast: 'light', price: 14 },
  { name: 'Huila, Colombia', notes: 'Caramel, red apple', roast: 'medium', price: 12.5 },
  { name: 'Cerrado, Brazil', notes: 'Cocoa, hazelnut', roast: 'dark', price: 11 },
];
export type Coffee = (typeof coffees)[number];

const { format } = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });
export const euros = (price: number) => format(price);
