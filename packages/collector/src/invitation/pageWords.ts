/** What the page says beside what the prompt says. */
export interface PageWords {
  /** Under a feeling that the link has chosen: any other one. */
  another: string;
  /** Of the reasons. */
  upToThree: string;
  /** After the last question. */
  close: string;
  expired: Notice;
  used: Notice;
  unknown: Notice;
  /** The collector cannot take anything now. */
  later: Notice;
}

/** Why nothing is asked: a title and a sentence, which blame nobody. */
export type Notice = readonly [title: string, lead: string];

const es: PageWords = {
  another: 'O elige otra sensación',
  upToThree: 'Elige hasta tres.',
  close: 'Ya puedes cerrar esta página.',
  expired: ['Este enlace ha caducado', 'El plazo para responder ha terminado. Gracias por tu interés.'],
  used: ['Tu respuesta ya ha llegado', 'Este enlace sirve para una sola respuesta. Gracias por tu tiempo.'],
  unknown: ['Este enlace no funciona', 'Puede que esté incompleto. Ábrelo otra vez desde el mensaje que recibiste.'],
  later: ['Vuelve a intentarlo en un momento', 'Ahora no podemos recoger tu respuesta. El enlace sigue valiendo.'],
};

/** By the prompt's locales. */
export const pageWords: Record<string, PageWords> = {
  en: {
    another: 'Or choose another feeling',
    upToThree: 'Choose up to three.',
    close: 'You can close this page now.',
    expired: ['This link has expired', 'The time for answering is over. Thank you for wanting to.'],
    used: ['Your answer has arrived', 'This link takes one answer. Thank you for your time.'],
    unknown: ['This link does not work', 'It may be incomplete. Please open it again from the message you received.'],
    later: ['Please try again in a moment', 'We cannot take your answer just now. The link stays good.'],
  },
  es,
  'es-419': es,
  ca: {
    another: 'O tria una altra sensació',
    upToThree: "Tria'n fins a tres.",
    close: 'Ja pots tancar aquesta pàgina.',
    expired: ['Aquest enllaç ha caducat', 'El termini per respondre s’ha acabat. Gràcies pel teu interès.'],
    used: ['La teva resposta ja ha arribat', 'Aquest enllaç serveix per a una sola resposta. Gràcies pel teu temps.'],
    unknown: ['Aquest enllaç no funciona', 'Potser és incomplet. Obre’l de nou des del missatge que vas rebre.'],
    later: [
      'Torna-ho a provar d’aquí a un moment',
      'Ara no podem recollir la teva resposta. L’enllaç continua valent.',
    ],
  },
  gl: {
    another: 'Ou escolle outra sensación',
    upToThree: 'Escolle ata tres.',
    close: 'Xa podes pechar esta páxina.',
    expired: ['Esta ligazón caducou', 'O prazo para responder rematou. Grazas polo teu interese.'],
    used: ['A túa resposta xa chegou', 'Esta ligazón serve para unha soa resposta. Grazas polo teu tempo.'],
    unknown: [
      'Esta ligazón non funciona',
      'Pode que estea incompleta. Ábrea outra vez desde a mensaxe que recibiches.',
    ],
    later: ['Téntao de novo nun momento', 'Agora non podemos recoller a túa resposta. A ligazón segue valendo.'],
  },
  eu: {
    another: 'Edo aukeratu beste sentipen bat',
    upToThree: 'Aukeratu hiru gehienez.',
    close: 'Orri hau itxi dezakezu.',
    expired: ['Esteka hau iraungi da', 'Erantzuteko epea amaitu da. Eskerrik asko zure interesagatik.'],
    used: ['Zure erantzuna iritsi da', 'Esteka honek erantzun bakarra hartzen du. Eskerrik asko zure denboragatik.'],
    unknown: ['Esteka honek ez du funtzionatzen', 'Agian osatu gabe dago. Ireki berriro jaso zenuen mezutik.'],
    later: ['Saiatu berriro une bat barru', 'Orain ezin dugu zure erantzuna jaso. Estekak balio izaten jarraitzen du.'],
  },
  'pt-BR': {
    another: 'Ou escolha outra sensação',
    upToThree: 'Escolha até três.',
    close: 'Você já pode fechar esta página.',
    expired: ['Este link expirou', 'O prazo para responder terminou. Agradecemos o seu interesse.'],
    used: ['Sua resposta já chegou', 'Este link vale para uma única resposta. Agradecemos o seu tempo.'],
    unknown: [
      'Este link não funciona',
      'Talvez esteja incompleto. Abra-o de novo a partir da mensagem que você recebeu.',
    ],
    later: ['Tente de novo daqui a pouco', 'Agora não podemos receber sua resposta. O link continua valendo.'],
  },
  fr: {
    another: 'Ou choisissez un autre ressenti',
    upToThree: 'Trois choix au maximum.',
    close: 'Vous pouvez maintenant fermer cette page.',
    expired: ['Ce lien a expiré', 'Le délai pour répondre est passé. Merci d’avoir voulu le faire.'],
    used: ['Votre réponse nous est parvenue', 'Ce lien ne sert qu’à une réponse. Merci pour votre temps.'],
    unknown: [
      'Ce lien ne fonctionne pas',
      'Il est peut-être incomplet. Rouvrez-le depuis le message que vous avez reçu.',
    ],
    later: [
      'Veuillez réessayer dans un instant',
      'Nous ne pouvons pas recevoir votre réponse pour le moment. Le lien reste valable.',
    ],
  },
  de: {
    another: 'Oder wählen Sie ein anderes Gefühl',
    upToThree: 'Wählen Sie bis zu drei.',
    close: 'Sie können diese Seite jetzt schließen.',
    expired: ['Dieser Link ist abgelaufen', 'Die Zeit zum Antworten ist vorbei. Danke, dass Sie antworten wollten.'],
    used: ['Ihre Antwort ist angekommen', 'Dieser Link gilt für eine Antwort. Danke für Ihre Zeit.'],
    unknown: [
      'Dieser Link funktioniert nicht',
      'Vielleicht ist er unvollständig. Bitte öffnen Sie ihn noch einmal aus der Nachricht, die Sie erhalten haben.',
    ],
    later: [
      'Bitte versuchen Sie es gleich noch einmal',
      'Im Moment können wir Ihre Antwort nicht annehmen. Der Link bleibt gültig.',
    ],
  },
  it: {
    another: 'O scegli un’altra sensazione',
    upToThree: 'Scegline fino a tre.',
    close: 'Ora puoi chiudere questa pagina.',
    expired: ['Questo link è scaduto', 'Il tempo per rispondere è finito. Grazie per averci pensato.'],
    used: ['La tua risposta è arrivata', 'Questo link vale per una sola risposta. Grazie per il tuo tempo.'],
    unknown: ['Questo link non funziona', 'Forse è incompleto. Aprilo di nuovo dal messaggio che hai ricevuto.'],
    later: ['Riprova tra un momento', 'Ora non possiamo ricevere la tua risposta. Il link resta valido.'],
  },
  nl: {
    another: 'Of kies een ander gevoel',
    upToThree: 'Kies er maximaal drie.',
    close: 'Je kunt deze pagina nu sluiten.',
    expired: ['Deze link is verlopen', 'De tijd om te antwoorden is voorbij. Bedankt dat je het wilde doen.'],
    used: ['Je antwoord is aangekomen', 'Deze link is voor één antwoord. Bedankt voor je tijd.'],
    unknown: [
      'Deze link werkt niet',
      'Misschien is hij niet compleet. Open hem opnieuw vanuit het bericht dat je kreeg.',
    ],
    later: ['Probeer het zo nog eens', 'We kunnen je antwoord nu niet ontvangen. De link blijft geldig.'],
  },
  pl: {
    another: 'Albo wybierz inne uczucie',
    upToThree: 'Wybierz najwyżej trzy.',
    close: 'Możesz już zamknąć tę stronę.',
    expired: ['Ten link wygasł', 'Czas na odpowiedź minął. Dziękujemy za chęć odpowiedzi.'],
    used: ['Twoja odpowiedź już dotarła', 'Ten link służy do jednej odpowiedzi. Dziękujemy za poświęcony czas.'],
    unknown: ['Ten link nie działa', 'Może być niepełny. Otwórz go jeszcze raz z otrzymanej wiadomości.'],
    later: ['Spróbuj ponownie za chwilę', 'Nie możemy teraz przyjąć odpowiedzi. Link pozostaje ważny.'],
  },
  tr: {
    another: 'Ya da başka bir duygu seçin',
    upToThree: 'En fazla üç tane seçin.',
    close: 'Artık bu sayfayı kapatabilirsiniz.',
    expired: ['Bu bağlantının süresi doldu', 'Yanıtlama süresi sona erdi. İlginiz için teşekkür ederiz.'],
    used: ['Yanıtınız bize ulaştı', 'Bu bağlantı tek bir yanıt içindir. Zaman ayırdığınız için teşekkür ederiz.'],
    unknown: ['Bu bağlantı çalışmıyor', 'Eksik olabilir. Lütfen size gelen mesajdan yeniden açın.'],
    later: ['Lütfen birazdan yeniden deneyin', 'Şu anda yanıtınızı alamıyoruz. Bağlantı geçerli kalır.'],
  },
  ja: {
    another: 'または\u200bほかの\u200b気持ちを\u200b選ぶ',
    upToThree: '3つまで\u200b選べます。',
    close: 'この\u200bページは\u200b閉じて\u200bかまいません。',
    expired: [
      'この\u200bリンクは\u200b期限が\u200b切れました',
      '回答の\u200b受付は\u200b終了しました。\u200bお気持ちに\u200b感謝します。',
    ],
    used: [
      '回答は\u200b届いています',
      'この\u200bリンクの\u200b回答は\u200b1回\u200b限りです。\u200bお時間を\u200bいただき\u200bありがとうございました。',
    ],
    unknown: [
      'この\u200bリンクは\u200b使えません',
      '途中で\u200b切れているのかもしれません。\u200b届いた\u200bメッセージから\u200bもう一度\u200b開いて\u200bください。',
    ],
    later: [
      '少し\u200b待ってから\u200bもう一度\u200bお試しください',
      'ただいま\u200b回答を\u200b受け取れません。\u200bリンクは\u200b引き続き\u200b使えます。',
    ],
  },
  'zh-Hans': {
    another: '或选择其他感受',
    upToThree: '最多选三项。',
    close: '您现在可以关闭此页面。',
    expired: ['此链接已过期', '回答时间已结束，\u200b感谢您愿意作答。'],
    used: ['我们已收到您的回答', '此链接只能回答一次，\u200b感谢您抽出时间。'],
    unknown: ['此链接无法打开', '链接可能不完整，\u200b请从您收到的消息中\u200b重新打开。'],
    later: ['请稍后再试', '目前无法接收您的回答，\u200b链接仍然有效。'],
  },
  ar: {
    another: 'أو شعور آخر',
    upToThree: 'ثلاثة أسباب على الأكثر.',
    close: 'يمكن الآن إغلاق هذه الصفحة.',
    expired: ['انتهت صلاحية هذا الرابط', 'انتهت مدة الإجابة. شكرًا على الاهتمام.'],
    used: ['وصلت الإجابة', 'هذا الرابط مخصّص لإجابة واحدة. شكرًا على الوقت.'],
    unknown: ['هذا الرابط لا يعمل', 'قد يكون الرابط غير مكتمل. يُرجى فتحه مجددًا من الرسالة الواردة.'],
    later: ['يُرجى المحاولة بعد قليل', 'لا يمكننا استلام الإجابة الآن. يبقى الرابط صالحًا.'],
  },
};
