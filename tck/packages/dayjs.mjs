// Arithmetic, formats, plugins and locales.
import { createRequire } from 'node:module';
import dayjs from 'dayjs';

const require = createRequire(import.meta.url);
for (const plugin of ['utc', 'duration', 'relativeTime', 'customParseFormat', 'advancedFormat', 'isoWeek', 'weekOfYear', 'quarterOfYear', 'isBetween', 'localizedFormat', 'dayOfYear', 'minMax', 'objectSupport', 'isLeapYear', 'toObject']) dayjs.extend(require(`dayjs/plugin/${plugin}`));
require('dayjs/locale/de');
const d = dayjs.utc('2024-02-29T13:45:06.789Z');
console.log(d.format('YYYY-MM-DDTHH:mm:ss.SSS[Z] dddd Do wo Q X x A hh'), d.add(1, 'year').format('YYYY-MM-DD'), d.subtract(5, 'months').endOf('month').toISOString(), d.startOf('isoWeek').format(), d.isoWeek(), d.dayOfYear(), d.isLeapYear());
console.log(d.diff('2020-01-01', 'month', true).toFixed(4), d.from(dayjs.utc('2024-03-30')), d.locale('de').format('dddd, D. MMMM YYYY LLL'), dayjs('12-25-1995 5pm', 'MM-DD-YYYY hA').format('YYYY HH'), dayjs('bad').isValid(), dayjs('2020-13-45', 'YYYY-MM-DD', true).isValid());
console.log(dayjs.duration({ hours: 25, minutes: 61 }).humanize(), dayjs.duration('P1Y2M3DT4H5M6S').asDays(), dayjs.duration(123456789).format('D[d] HH:mm:ss'), d.isBetween('2024-02-01', '2024-03-01', 'day', '[)'), dayjs.max(d, dayjs.utc(0)).year(), d.set({ month: 0, date: 31 }).add(1, 'month').date(), d.toObject(), JSON.stringify({ d }));
