import type { CommentWords } from './commentWords.ts';

export const en: CommentWords = {
  happened: {
    'hard-to-find': [
      'It took me ages to find the rain jackets.',
      'I could not tell where to start on the first page.',
      'The menu has too many entries.',
    ],
    banners: [
      'Three banners before I saw a single product.',
      'The discount banner covered half of my screen.',
      'I had to close the same notice on every page.',
    ],
    'clear-range': [
      'I saw what you sell within seconds.',
      'A clear shop, no fuss.',
      'Found three things that I liked right away.',
    ],
    'search-results': [
      'I searched for boots and got socks.',
      'The search ignores the brand that I type.',
      'The filters forget what I had ticked.',
    ],
    photos: [
      'The photos do not show the real colour.',
      'There is no size chart for children.',
      'No photo of the back of the coat.',
    ],
    prices: [
      'Fair prices for this quality.',
      'Cheaper than anywhere else I looked.',
      'The price was clear from the start.',
    ],
    'long-form': [
      'Why do you need my date of birth to sell me a scarf?',
      'Two pages of questions just to open an account.',
      'The form lost everything when I went back.',
    ],
    password: [
      'My password was refused four times.',
      'The rules for the password come only after you have typed one.',
      'It did not accept the password that my phone suggested.',
    ],
    'quick-form': [
      'Account ready in less than a minute.',
      'Only name and e-mail, perfect.',
      'Signing up took no time.',
    ],
    'card-form': [
      'After the bank page the card form was empty again.',
      'I typed my card number three times and it still did not go through.',
      'The bank said yes, your page said nothing.',
      'Came back from the bank and my card details were gone.',
      'I do not know whether I have paid or not.',
    ],
    'delivery-cost': [
      'The delivery cost appears only at the very end.',
      'Seven euros of delivery for a pair of socks.',
      'Free delivery was promised and then it was not free.',
    ],
    'few-steps': ['Paid in two steps.', 'My address was already there.', 'Quick and simple to pay.'],
    'ways-to-pay': [
      'Glad that I can pay by phone.',
      'Paying in three parts helped me a lot.',
      'All the ways to pay that I use were there.',
    ],
    late: [
      'It was promised for Tuesday and came on Friday.',
      'The courier said that nobody was at home, but I was.',
      'Ten days for a parcel from the next town.',
    ],
    damaged: [
      'The box was open and wet.',
      'One of the two cups arrived in pieces.',
      'The parcel looked as if somebody had stood on it.',
    ],
    'on-time': [
      'It came a day early.',
      'Here exactly when you said.',
      'Ordered in the evening, on my table the next day.',
    ],
    tracking: [
      'I could see where the parcel was all day long.',
      'The messages about the delivery were clear.',
      'I changed the delivery day with two taps.',
    ],
    waited: [
      'Forty minutes in the queue for one question.',
      'The chat said two minutes and it was half an hour.',
      'Nobody answered, and then the chat closed by itself.',
      'I wrote three times and was still number nine in the queue.',
      'I waited so long that I called instead.',
    ],
    'not-solved': [
      'They were kind, but my problem is still there.',
      'I was sent from one person to the next.',
      'The answer was a link that I had already read.',
    ],
    'solved-at-once': [
      'Solved in three minutes.',
      'They found my order at once and sent a new one.',
      'One question, one answer, done.',
      'I did not even have to explain it twice.',
    ],
    friendly: [
      'Marta was so kind and patient.',
      'It felt like talking to somebody who wanted to help.',
      'They wrote back the next day to ask whether it worked.',
    ],
    'refund-time': [
      'Five weeks and I still do not have my money.',
      'You have had the parcel since the third, where is my refund?',
      'I was told ten days, it has been thirty.',
    ],
    'return-label': [
      'The return label could not be printed.',
      'There was no label in the box and nobody tells you where to get one.',
      'The code on the label was not accepted at the post office.',
    ],
    'easy-return': [
      'Sending it back was easier than I thought.',
      'They fetched it at my door.',
      'The money was back in two days.',
    ],
  },
  after: {
    bad: [
      'This has to get better.',
      'Please look into it.',
      'Really annoying.',
      'This is the second time.',
      'I expected better.',
      'A pity, because I like the shop.',
    ],
    good: [
      'Thank you!',
      'Keep it up.',
      'I will be back.',
      'I wish all shops were like this.',
      'A nice surprise.',
      'Just as it should be.',
    ],
  },
};
