# Values over several lines.
import pprint, collections
P = pprint.pformat
data = [{'b': 1, 'a': [1, 2]}, list(range(40)), {'k' + str(i): 'v' * 10 for i in range(5)}, (1,), [['a' * 30, 'b' * 30], ['c' * 30]], {'a': {'b': {'c': 1}}}, "x" * 100, {1, 2, 3}, [1, [2, [3]]], {'layers': [{'name': 'conv%d' % i, 'kernel': (3, 3), 'filters': 2 ** i} for i in range(4)], 'optimizer': {'name': 'adam', 'lr': 0.001}}, ("the quick brown fox jumps over the lazy dog " * 4), {'text': "word " * 30, 1: 2}, collections.OrderedDict((("key%d" % i), i * 1000) for i in range(8)), set(range(30)), frozenset(range(30)), tuple(range(30)), ["line1\nline2 " * 10], None, 3.5, [], {}, {(1, 2): 'a', (0, 1): 'b'}, [[1] * 30] * 2, {'x': ('y' * 40, 'z' * 40)}, collections.namedtuple("N", "a b")(1, "q" * 90), {1: 'a', 'b': 2}]
for d in data:
    for kw in ({}, {'width': 40}, {'indent': 4, 'width': 20}, {'compact': True}, {'depth': 1}, {'width': 1}):
        print(kw, P(d, **kw))
pprint.pprint({'z': 1, 'a': 2}); pprint.PrettyPrinter(indent=2).pprint([1, {'a': 2}])
