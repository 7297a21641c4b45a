# numbers, heapq, bisect, importlib.
import numbers
print(isinstance(3, numbers.Number), isinstance(3.0, numbers.Integral), isinstance(True, numbers.Integral), isinstance('a', numbers.Number), isinstance(1j, numbers.Real), isinstance(2, numbers.Real), issubclass(int, numbers.Integral))
import heapq, bisect
h = []
for x in [5, 3, 8, 1, 9, 2]: heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.nlargest(2, h), heapq.nsmallest(2, h, key=lambda x: -x))
l = [9, 4, 7, 1]; heapq.heapify(l); print(l, heapq.heapreplace(l, 6), l, heapq.heappushpop(l, 0), list(heapq.merge([1, 4], [2, 3])))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2)); b = [1, 3]; bisect.insort(b, 2); print(b)
import importlib
m = importlib.import_module('os.path')
print(m.join('a', 'b'), importlib.import_module('math').pi)
