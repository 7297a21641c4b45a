# Exact statistics, and identifiers of known numbers.
import statistics as S, uuid
from fractions import Fraction as F
from decimal import Decimal as D
ds = [[1,2,4],[1.5,2,2.25],[1,2,3,4],[0.1]*3+[0.2],[F(1,2),F(1,3)],[D("0.1"),D("0.25")],[5],[1,1,2,2],[3,1,2],[-1.5,2.5,3],[10**20,1],[]]
for d in ds:
    for f in (S.mean,S.median,S.mode,S.stdev,S.variance,S.pstdev,S.pvariance,S.median_low,S.median_high,S.harmonic_mean):
        try: print(f.__name__, d, repr(f(d)))
        except Exception as e: print(f.__name__, d, type(e).__name__, e)
u = uuid.UUID(int=5); print(u, u.hex, u.int, u.bytes, repr(u), uuid.UUID("12345678123456781234567812345678"), u == uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_URL, "a").version)
try: uuid.UUID("zz")
except ValueError as e: print(e)
