# Numbers of seeded generators, by the Mersenne Twister; errors of random.
import random
for s in (0, 42, 1.5, "seed", b"x", 2 ** 70, -7, True):
    random.seed(s)
    print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.uniform(1, 2), random.getrandbits(70))
random.seed(3)
l = list(range(20)); random.shuffle(l); print(l)
print(random.sample(range(100), 4), random.sample(range(1000), 8), random.sample([1, 2, 3], 3), random.gauss(0, 1), random.gauss(1, 2), random.normalvariate(0, 1))
r = random.Random(5)
print(r.randrange(0, 10, 3), r.choices([1, 2, 3], k=3), r.choices("ab", [1, 3], k=2), r.expovariate(2), r.triangular(), r.triangular(1, 5, 2), r.randrange(10, 0, -2))
s = r.getstate(); a = r.random(); r.setstate(s); print(a == r.random(), s[1][:3], len(s[1]), s[0], s[2])
for i in range(2000): r.random()
print(r.random(), random.lognormvariate(0, 1))
for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 3), lambda: random.randrange(0), lambda: random.randrange(1, 2, 0), lambda: random.randrange(1.5), lambda: random.randrange(5, 1, 2), lambda: random.choices([1], [1], cum_weights=[1]), lambda: random.choices([1, 2], [1]), lambda: random.sample({1: 2}, 1), lambda: random.getrandbits(0), lambda: random.choice(5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import traceback
for error in (ValueError("v"), KeyError(), OSError(2, "No"), StopIteration(3)):
    print(traceback.format_exception_only(type(error), error))
