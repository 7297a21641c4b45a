"""unittest: what tests are made of. Tests are not run, and assertions are taken to hold."""

import re as _re

from _tfscope import unknown


class SkipTest(Exception):
    pass


class _Raises(object):
    """`with self.assertRaises(...)`: the exception that the block raises is kept."""

    def __init__(self, expected, pattern=None):
        self._expected, self._pattern = expected, pattern
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            raise AssertionError("{} not raised".format(getattr(self._expected, "__name__", self._expected)))
        if not issubclass(exc_type, self._expected):
            return False
        if self._pattern is not None and not _re.search(self._pattern, str(exc_value)):
            raise AssertionError("{!r} does not match {!r}".format(self._pattern, str(exc_value)))
        self.exception = exc_value
        return True


class TestCase(object):

    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return "{}.{}.{}".format(type(self).__module__, type(self).__qualname__, self._testMethodName)

    def shortDescription(self):
        return None

    def addCleanup(self, function, *args, **kwargs):
        pass

    def doCleanups(self):
        pass

    def subTest(self, msg=None, **params):
        return _Nothing()

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def run(self, result=None):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def debug(self):
        self.run()

    def countTestCases(self):
        return 1

    def _holds(self, *args, **kwargs):
        pass

    assertEqual = assertNotEqual = assertTrue = assertFalse = assertIs = assertIsNot = assertIsNone = _holds
    assertIsNotNone = assertIn = assertNotIn = assertIsInstance = assertNotIsInstance = assertAlmostEqual = _holds
    assertNotAlmostEqual = assertGreater = assertGreaterEqual = assertLess = assertLessEqual = assertRegex = _holds
    assertNotRegex = assertCountEqual = assertMultiLineEqual = assertSequenceEqual = assertListEqual = _holds
    assertTupleEqual = assertSetEqual = assertDictEqual = assertItemsEqual = assertDictContainsSubset = _holds
    assertEquals = assertNotEquals = assert_ = failUnless = failIf = assertRegexpMatches = addTypeEqualityFunc = _holds

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _Raises(expected_exception)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _Raises(expected_exception, expected_regex)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    assertRaisesRegexp = assertRaisesRegex

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Nothing()

    assertLogs = assertWarns


class _Nothing(object):

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        pass


class FunctionTestCase(TestCase):
    pass


class TestSuite(object):

    def __init__(self, tests=()):
        self._tests = list(tests)

    def __iter__(self):
        return iter(self._tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests.extend(tests)

    def run(self, result):
        return result


class TestLoader(object):

    testMethodPrefix = "test"

    def loadTestsFromTestCase(self, testCaseClass):
        return TestSuite()

    def loadTestsFromModule(self, module, *args, **kwargs):
        return TestSuite()

    loadTestsFromName = loadTestsFromNames = discover = loadTestsFromModule

    def getTestCaseNames(self, testCaseClass):
        return [name for name in dir(testCaseClass) if name.startswith("test")]


class TestResult(object):

    def wasSuccessful(self):
        return unknown("bool")

    errors = failures = skipped = property(lambda self: unknown("list"))
    testsRun = property(lambda self: unknown("int"))


class TextTestRunner(object):

    def __init__(self, *args, **kwargs):
        pass

    def run(self, test):
        return TestResult()


defaultTestLoader = TestLoader()
TextTestResult = TestResult


def main(*args, **kwargs):
    raise SystemExit(0)


TestProgram = main


def skip(reason):
    def decorator(test_item):
        return test_item
    return decorator


def skipIf(condition, reason):
    return skip(reason)


def skipUnless(condition, reason):
    return skip(reason)


def expectedFailure(test_item):
    return test_item


def installHandler():
    pass
