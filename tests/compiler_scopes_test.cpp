// Where names live. Expected values are the co_varnames, co_cellvars and co_freevars of CPython 3.7.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/compiled_program.h"

namespace tfscope {
namespace {

constexpr const char* kNested = R"(
import a.b as m, c.d
g = 1
def outer(p, q=2, *args, k=3, **kw):
    global g
    x = p
    def middle():
        nonlocal x
        x = q
        def inner():
            return x, kw, g, k
        return inner
    class C(object):
        x = x
        y = 1
        __secret = k
        def method(self):
            super().method()
            self.__secret = __other
            return y, x
        def plain(self):
            return [self.f(i, z) for i in args for z in i if x]
    try:
        pass
    except E as e:
        del e
    for t in (v for v in [w for w in kw]):
        lambda u, _=x: (u, t)
    with m as n:
        import os.path, sys as s
    def gen():
        g = yield
        return g
    return middle
class D:
    def f(self):
        class E:
            def h(self):
                return __class__
        return lambda: super().f
    async def co(self):
        await self
)";

std::string Sorted(const std::vector<Str*>& names) {
  std::vector<std::string_view> texts;
  for (const Str* name : names) texts.push_back(name->text);
  std::sort(texts.begin(), texts.end());
  std::string result;
  for (std::string_view text : texts) result += fmt::format("{}{}", result.empty() ? "" : " ", text);
  return result;
}

TEST(CompilerScopes, AgreeWithCPython) {
  struct Expected {
    const char* name;
    const char* locals;
    const char* cells;
    const char* free;
  };
  constexpr Expected kExpected[] = {
      {"<module>", "", "", ""},
      {"outer", "C args e gen k kw middle n os p q s", "args k kw q t x", ""},
      {"outer.<locals>.middle", "inner", "", "k kw q x"},
      {"outer.<locals>.middle.<locals>.inner", "", "", "k kw x"},
      {"outer.<locals>.C", "", "__class__", "args k x"},
      {"outer.<locals>.C.method", "self", "", "__class__ x"},
      {"outer.<locals>.C.plain", "self", "self", "args x"},
      {"outer.<locals>.C.plain.<locals>.<listcomp>", ".0 i z", "", "self x"},
      {"outer.<locals>.<genexpr>", ".0 v", "", ""},
      {"outer.<locals>.<listcomp>", ".0 w", "", ""},
      {"outer.<locals>.<lambda>", "_ u", "", "t"},
      {"outer.<locals>.gen", "g", "", ""},
      {"D", "", "__class__", ""},
      {"D.f", "E self", "", "__class__"},
      {"D.f.<locals>.E", "", "__class__", ""},
      {"D.f.<locals>.E.h", "self", "", "__class__"},
      {"D.f.<locals>.<lambda>", "", "", "__class__"},
      {"D.co", "self", "", ""},
  };
  CompiledProgram program(kNested);
  EXPECT_EQ(program.Verify(), "");
  EXPECT_EQ(program.All().size(), std::size(kExpected));
  for (const Expected& expected : kExpected) {
    Code* code = program.Find(expected.name);
    ASSERT_NE(code, nullptr) << expected.name;
    EXPECT_EQ(Sorted(code->locals), expected.locals) << expected.name;
    EXPECT_EQ(Sorted(code->cell_variables), expected.cells) << expected.name;
    EXPECT_EQ(Sorted(code->free_variables), expected.free) << expected.name;
  }
}

TEST(CompilerScopes, ParametersComeFirst) {
  CompiledProgram program(kNested);
  Code* code = program.Find("outer");
  ASSERT_NE(code, nullptr);
  EXPECT_EQ(code->argument_count, 2u);
  EXPECT_EQ(code->keyword_only_count, 1u);
  EXPECT_EQ(code->flags, kIsFunction | kHasVarArgs | kHasKeywords);
  std::string parameters;
  for (size_t i = 0; i < 5; ++i) parameters += fmt::format("{} ", code->locals[i]->text);
  EXPECT_EQ(parameters, "p q k args kw ");
  // kw, k, q and args are cells as well; cell_parameters leads from the cell to the parameter.
  for (size_t i = 0; i < code->cell_variables.size(); ++i) {
    uint32_t parameter = code->cell_parameters[i];
    if (parameter != UINT32_MAX) {
      EXPECT_EQ(code->locals[parameter], code->cell_variables[i]);
    }
  }
  EXPECT_EQ(std::count(code->cell_parameters.begin(), code->cell_parameters.end(), UINT32_MAX), 2);  // x, t
}

TEST(CompilerScopes, MethodsThatNameSuperSaySo) {
  CompiledProgram program(kNested);
  EXPECT_EQ(program.Find("outer.<locals>.C.method")->flags, kIsFunction | kUsesSuper);
  EXPECT_EQ(program.Find("outer.<locals>.C.plain")->flags, kIsFunction);
  EXPECT_EQ(program.Find("outer.<locals>.gen")->flags, kIsFunction | kIsGenerator);
  EXPECT_EQ(program.Find("D.co")->flags, kIsFunction | kIsCoroutine);
}

TEST(CompilerScopes, PrivateNamesAreMangled) {
  CompiledProgram program(kNested);
  std::string listing = program.Listing("outer.<locals>.C.method");
  EXPECT_NE(listing.find("LoadGlobal _C__other"), std::string::npos) << listing;
  EXPECT_NE(listing.find("StoreAttribute _C__secret"), std::string::npos) << listing;
  listing = program.Listing("outer.<locals>.C");
  EXPECT_NE(listing.find("StoreName _C__secret"), std::string::npos) << listing;
}

TEST(CompilerScopes, ClassBodiesLookInTheirNamespaceFirst) {
  EXPECT_EQ(Listing("def f(x):\n  class C:\n    y = x\n    z = y\n    print\n", "f.<locals>.C"), R"(
0 LoadName __name__
1 StoreName __module__
2 LoadConst 'f.<locals>.C'
3 StoreName __qualname__
4 LoadClassDeref x
5 StoreName y
6 LoadName y
7 StoreName z
8 LoadName print
9 Pop
10 LoadConst None
11 Return
)");
}

TEST(CompilerScopes, GlobalsInFunctionsAndModules) {
  const char* text = "global a\na = 1\ndef f():\n  global b\n  b = a\n  del b\n  def b(): pass\n";
  EXPECT_EQ(Listing(text, "f"), R"(
0 LoadGlobal a
1 StoreGlobal b
2 DeleteGlobal b
3 LoadConst <code b>
4 MakeFunction
5 StoreGlobal b
6 LoadConst None
7 Return
)");
  EXPECT_NE(Listing(text).find("1 StoreGlobal a"), std::string::npos);
}

TEST(CompilerScopes, Python2DivisionFollowsTheFutureImport) {
  EXPECT_NE(CompiledProgram("print 1 / 2\n").module()->flags & kClassicDivision, 0u);
  EXPECT_EQ(CompiledProgram("from __future__ import division\nprint 1 / 2\n").module()->flags & kClassicDivision, 0u);
  EXPECT_EQ(CompiledProgram("1 / 2\n").module()->flags & kClassicDivision, 0u);
}

TEST(CompilerScopes, ParametersGivenTwiceKeepTheirPlaces) {
  CompiledProgram program("def f(a, a, *a): pass\n");
  Code* code = program.Find("f");
  ASSERT_NE(code, nullptr);
  EXPECT_EQ(code->argument_count, 2u);
  EXPECT_EQ(code->locals.size(), 3u);
}

}  // namespace
}  // namespace tfscope
