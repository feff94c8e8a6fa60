import type { LegacyEncoding } from '@/lib/import/legacy-languages';

/** A short news item in each of several languages, and the encodings it was commonly written in. */
export const LEGACY_SAMPLES: readonly {
  readonly language: string;
  readonly encodings: readonly LegacyEncoding[];
  readonly text: string;
}[] = [
  {
    language: 'English',
    encodings: ['windows-1252'],
    text: 'The minister said on Monday that the talks had failed, and that it was not for him to say why. “We are not the ones who left the table,” he told reporters in a café by the river — a day after his party’s defeat. The price was £5 to €7. It is the third time that he has been asked to go…',
  },
  {
    language: 'German',
    encodings: ['windows-1252', 'ISO-8859-15'],
    text: 'Der Minister hat am Montag erklärt, dass die Gespräche gescheitert sind und nicht fortgeführt werden. Die Opposition spricht von einem großen Fehler, den sich das Land nicht leisten könne. Für die Bürger ist es das dritte Mal in einem Jahr, dass eine solche Entscheidung auf sich warten lässt.',
  },
  {
    language: 'French',
    encodings: ['windows-1252', 'ISO-8859-15'],
    text: "Le ministre a déclaré lundi que les négociations ont échoué et que le gouvernement ne les reprendra pas. Selon des sources proches du pouvoir, la décision a été prise dans la nuit, au cœur de la capitale, par un petit groupe de conseillers qui n'ont pas souhaité être nommés à ce stade.",
  },
  {
    language: 'Spanish',
    encodings: ['windows-1252', 'ISO-8859-15'],
    text: 'El ministro dijo el lunes que las conversaciones habían fracasado y que no se reanudarán en los próximos días. ¿Quién tiene la culpa? Según fuentes del Gobierno, la decisión se tomó por la noche, en una reunión con los asesores que más influyen en la señora presidenta.',
  },
  {
    language: 'Portuguese',
    encodings: ['windows-1252', 'ISO-8859-15'],
    text: 'O ministro disse na segunda-feira que as negociações não deram resultado e que não serão retomadas nos próximos dias. Segundo fontes do governo, a decisão foi tomada à noite, em uma reunião com os assessores que têm mais influência sobre o presidente da República.',
  },
  {
    language: 'Swedish',
    encodings: ['windows-1252', 'ISO-8859-15'],
    text: 'Ministern sade på måndagen att samtalen har misslyckats och att de inte kommer att fortsätta i år. Det är tredje gången som en överenskommelse faller, och från oppositionen hörs nu krav på att han ska avgå. För väljarna är det en fråga om förtroende.',
  },
  {
    language: 'Polish',
    encodings: ['windows-1250', 'ISO-8859-2'],
    text: 'Minister powiedział w poniedziałek, że rozmowy zakończyły się niepowodzeniem i nie będą wznowione. Według źródeł zbliżonych do rządu decyzję podjęto w nocy, na spotkaniu z doradcami, którzy mają największy wpływ na premiera. To już trzeci raz w tym roku, jak zauważa opozycja, i nie jest to przypadek.',
  },
  {
    language: 'Czech',
    encodings: ['windows-1250', 'ISO-8859-2'],
    text: 'Ministr v pondělí řekl, že jednání skončila neúspěchem a že se v nich nebude pokračovat. Podle zdrojů z vlády bylo rozhodnutí přijato v noci na schůzce s poradci, kteří mají na premiéra největší vliv. Je to už potřetí, co se něco takového stalo, a pro opozici to není náhoda.',
  },
  {
    language: 'Hungarian',
    encodings: ['windows-1250', 'ISO-8859-2'],
    text: 'A miniszter hétfőn azt mondta, hogy a tárgyalások nem vezettek eredményre, és nem is folytatják őket. Az egyik kormányközeli forrás szerint a döntés az éjszaka született meg, és csak egy szűk kör tudott róla. Ez már a harmadik eset az idén, és az ellenzék szerint ez nem véletlen.',
  },
  {
    language: 'Russian',
    encodings: ['windows-1251', 'KOI8-R', 'IBM866', 'ISO-8859-5'],
    text: 'Министр заявил в понедельник, что переговоры не дали результата и что их не будут продолжать. По словам источников, близких к Кремлю, решение приняли ночью, и о нём знали только те, кто был на встрече. Это уже третий случай за год, и для оппозиции он не стал неожиданностью.',
  },
  {
    language: 'Ukrainian',
    encodings: ['windows-1251', 'KOI8-U', 'ISO-8859-5'],
    text: 'Міністр заявив у понеділок, що переговори не дали результату і що їх не будуть продовжувати. За словами джерел, близьких до уряду, рішення ухвалили вночі, і про це знали лише ті, хто був на зустрічі. Це вже третій випадок за рік, а для опозиції він не став несподіванкою.',
  },
  {
    language: 'Bulgarian',
    encodings: ['windows-1251', 'ISO-8859-5'],
    text: 'Министърът каза в понеделник, че преговорите не са дали резултат и че няма да бъдат продължени. По думите на източници от правителството решението е взето през нощта, като за него са знаели само тези, които са били на срещата. Това е за трети път тази година и не е случайно.',
  },
  {
    language: 'Greek',
    encodings: ['windows-1253', 'ISO-8859-7'],
    text: 'Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες δεν έφεραν αποτέλεσμα και ότι δεν θα συνεχιστούν. Σύμφωνα με πηγές από την κυβέρνηση, η απόφαση πάρθηκε τη νύχτα, στο γραφείο του πρωθυπουργού, και τα μέλη της επιτροπής το έμαθαν από τις εφημερίδες.',
  },
  {
    language: 'Turkish',
    encodings: ['windows-1254'],
    text: 'Bakan pazartesi günü yaptığı açıklamada görüşmelerin sonuç vermediğini ve bir daha yapılmayacağını söyledi. Hükümete yakın kaynaklara göre bu karar gece alındı ve çok az kişi tarafından biliniyordu. Bu yıl üçüncü kez böyle bir şey oluyor, muhalefet için de bu bir sürpriz değil, daha önce olduğu gibi.',
  },
  {
    language: 'Hebrew',
    encodings: ['windows-1255'],
    text: 'השר אמר ביום שני כי השיחות לא הביאו תוצאה וכי הן לא יימשכו. לדברי מקורות בממשלה, ההחלטה התקבלה בלילה, בין אנשים שאין להם כל תפקיד רשמי, ואם זה נכון אז יש על מה לדבר. הוא לא אמר אם הוא עצמו היה שם, אבל גם לא הכחיש את זה.',
  },
  {
    language: 'Arabic',
    encodings: ['windows-1256', 'ISO-8859-6'],
    text: 'قال الوزير يوم الإثنين إن المحادثات لم تصل إلى نتيجة ولا عودة لها في هذا العام. وقالت مصادر من الحكومة إن القرار كان في الليل على يد عدد من الذين لا صفة لهم، مع أن كل الأطراف تنفي هذا. هذه هي المرة الثالثة التي يحدث فيها ذلك أو ما هو قريب منه.',
  },
  {
    language: 'Lithuanian',
    encodings: ['windows-1257', 'ISO-8859-13'],
    text: 'Ministras pirmadienį sakė, kad derybos nedavė rezultatų ir kad jų nebus tęsiama. Pasak šaltinių vyriausybėje, sprendimas buvo priimtas naktį, bet apie jį žinojo tik tie, kurie yra arčiausiai prie premjero. Tai jau trečias kartas per metus, ir už tai niekas neatsako, kaip ir iki šiol, arba tyli dėl baimės.',
  },
  {
    language: 'Japanese',
    encodings: ['Shift_JIS', 'EUC-JP'],
    text: '大臣は月曜日、交渉は成果がなく、続けることはないと述べた。政府に近い関係者によると、この決定は夜のうちに行われ、会議に出席した人だけが知っていたという。今年に入って三度目のことであり、野党は偶然ではないとしている。',
  },
  {
    language: 'Chinese (simplified)',
    encodings: ['GB18030'],
    text: '部长星期一说，谈判没有取得成果，也不会在今年继续。据政府内部的消息人士透露，这个决定是在夜里作出的，只有参加会议的人才知道。这是今年以来的第三次，对反对党来说，这不是偶然，他们为此要求他对国家和人民作出说明。',
  },
  {
    language: 'Chinese (traditional)',
    encodings: ['Big5', 'GB18030'],
    text: '部長星期一說，談判沒有取得成果，也不會在今年繼續。據政府內部的消息人士透露，這個決定是在夜裡作出的，只有參加會議的人才知道。這是今年以來的第三次，對反對黨來說，這不是偶然，他們為此要求他對國家和人民作出說明。',
  },
  {
    language: 'Korean',
    encodings: ['EUC-KR'],
    text: '장관은 월요일 협상이 성과를 내지 못했으며 올해 안에 다시 시작하지 않을 것이라고 말했다. 정부에 가까운 소식통에 따르면 이 결정은 밤에 이루어졌고 회의에 참석한 사람들만 알고 있었다. 올해 들어 세 번째 일이며 야당은 우연이 아니라고 주장한다.',
  },
  {
    language: 'Thai',
    encodings: ['windows-874'],
    text: 'รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาไม่ได้ผลและจะไม่มีการเจรจาต่อในปีนี้ แหล่งข่าวที่ใกล้ชิดรัฐบาลบอกว่าการตัดสินใจเป็นไปในเวลากลางคืน โดยมีเพียงผู้ที่อยู่ในที่ประชุมเท่านั้นที่รู้ นี่เป็นครั้งที่สามของปี และฝ่ายค้านให้ความเห็นว่าไม่ใช่เรื่องบังเอิญ',
  },
];
