# Dates that the source fixes.
from datetime import datetime, timedelta, date
import datetime as D
d = datetime(2020, 2, 28, 13, 5, 9)
print(d, repr(d), d.strftime('%Y%m%d-%H%M%S %j %a %B %I%p'), d + timedelta(days=2), d - datetime(2019, 1, 1), date(2020, 1, 31) + timedelta(30), d.date(), d.weekday(), d.isoformat())
print(timedelta(hours=25, seconds=3), repr(timedelta(1)), timedelta(minutes=90).total_seconds(), timedelta(1) > timedelta(hours=3), timedelta(seconds=3) * 2, date(2020, 3, 1) - date(2020, 2, 1), '{:%Y-%m}'.format(d), date.fromordinal(737425), d.replace(year=2021))
print(isinstance(D.datetime.now(), datetime), isinstance(datetime.now() - datetime.now(), timedelta), date(2020,1,1) < date(2021,1,1))
try: date(2020, 13, 1)
except ValueError as e: print(e)
try: date(2021, 2, 29)
except ValueError as e: print(e)
