// Reading files: encodings, line ends, places, and programs inside documents.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "analyzer/source/decoding.h"
#include "analyzer/source/name_usage.h"
#include "analyzer/source/source_manager.h"

namespace tfscope {
namespace {

std::string Decoded(std::string_view bytes) {
  const auto text = DecodePython(bytes);
  return text ? *text : "error: " + text.error();
}

TEST(Decoding, Utf8WithAndWithoutByteOrderMark) {
  EXPECT_EQ(Decoded("s = 'é'\n"), "s = 'é'\n");
  EXPECT_EQ(Decoded("\xef\xbb\xbfx = 1\n"), "x = 1\n");
  EXPECT_EQ(Decoded("\xef\xbb\xbf# coding: utf-8\n"), "# coding: utf-8\n");
}

TEST(Decoding, LineEndsBecomeLineFeeds) {
  EXPECT_EQ(Decoded("a\r\nb\rc\n\r\n"), "a\nb\nc\n\n");
  EXPECT_EQ(Decoded("a\r"), "a\n");
  EXPECT_EQ(Decoded("a\f\nb"), "a\f\nb");
}

TEST(Decoding, CodingLine) {
  EXPECT_EQ(Decoded("# -*- coding: latin-1 -*-\ns = '\xe9'\n"), "# -*- coding: latin-1 -*-\ns = 'é'\n");
  EXPECT_EQ(Decoded("#!/usr/bin/python\n# vim: set fileencoding=ISO-8859-1 :\n\xe9"),
            "#!/usr/bin/python\n# vim: set fileencoding=ISO-8859-1 :\né");
  EXPECT_EQ(Decoded("# coding: gbk\ns = '\xc4\xe3'\n"), "# coding: gbk\ns = '你'\n");
  EXPECT_EQ(Decoded("# coding: Windows_1252\n'\x80'"), "# coding: Windows_1252\n'€'");
}

// Python heeds it in the first two lines only, and in the second only behind a blank or comment line.
TEST(Decoding, CodingLineElsewhereIsAComment) {
  EXPECT_EQ(DeclaredEncoding("\n\n# coding: latin-1\n"), "");
  EXPECT_EQ(DeclaredEncoding("x = 1\n# coding: latin-1\n"), "");
  EXPECT_EQ(DeclaredEncoding("\n# coding: latin-1\n"), "latin-1");
  EXPECT_EQ(DeclaredEncoding("x = 'coding: latin-1'\n"), "");
  EXPECT_EQ(DeclaredEncoding("# encoding says nothing\n"), "");
  EXPECT_EQ(DeclaredEncoding("# my coding style; coding:utf_8\n"), "utf-8");
}

TEST(Decoding, ErrorsAreSentences) {
  EXPECT_EQ(Decoded("x = 1\ny = '\xe9'\n"),
            "error: byte 0xe9 on line 2 is not UTF-8, and no coding line names another encoding");
  EXPECT_EQ(Decoded("# coding: ascii\n'\xc3\xa9'\n"),
            "error: byte 0xc3 on line 2 is not ASCII, which the coding line names");
  EXPECT_EQ(Decoded("# coding: no-such\n"), "error: the file cannot be read in the encoding `no-such` that it names");
  EXPECT_EQ(Decoded("\xff\xfex\0"), "error: the file is UTF-16, which Python does not read");
}

TEST(Decoding, FindInvalidUtf8) {
  EXPECT_EQ(FindInvalidUtf8("plain ascii, longer than eight bytes"), std::string_view::npos);
  EXPECT_EQ(FindInvalidUtf8("12345678é你😀"), std::string_view::npos);
  EXPECT_EQ(FindInvalidUtf8("12345678\xc3"), 8u);      // cut short
  EXPECT_EQ(FindInvalidUtf8("a\xc0\x80"), 1u);         // overlong
  EXPECT_EQ(FindInvalidUtf8("a\xed\xa0\x80"), 1u);     // surrogate
  EXPECT_EQ(FindInvalidUtf8("\xf4\x90\x80\x80"), 0u);  // past U+10FFFF
  EXPECT_EQ(DecodeLeniently("a\xff\xfe"
                            "b"),
            "a\xef\xbf\xbd\xef\xbf\xbd"
            "b");
}

class Folder : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("tfscope-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "-" +
               ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path Write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }

  std::filesystem::path folder_;
};

TEST_F(Folder, LoadReadsOnce) {
  const auto path = Write("a.py", "x = 1\r\n");
  SourceManager sources;
  const auto first = sources.Load(path);
  ASSERT_TRUE(first);
  EXPECT_EQ(*first, 1u);
  EXPECT_EQ(sources.file(*first).text, "x = 1\n");
  EXPECT_EQ(sources.file(*first).path, path.string());
  Write("a.py", "y = 2\n");
  EXPECT_EQ(sources.Load(folder_ / "." / "a.py").value(), *first);
  EXPECT_EQ(sources.file(*first).text, "x = 1\n");
}

TEST_F(Folder, WhatCannotBeRead) {
  SourceManager sources;
  EXPECT_EQ(sources.Load(folder_ / "missing.py").error().message, "no such file");
  EXPECT_EQ(sources.Load(folder_).error().message, "is a folder, not a file");
  EXPECT_EQ(sources.Load(Write("a.py", "\xe9")).error().message,
            "byte 0xe9 on line 1 is not UTF-8, and no coding line names another encoding");
  EXPECT_EQ(sources.LoadDocument(Write("a.md", "\xe9")).error().message, "the document is not UTF-8");
  EXPECT_EQ(sources.LoadDocument(folder_ / "b.md").error().message, "no such file");
}

TEST_F(Folder, DisplayPathIsRelativeBelowTheWorkingFolder) {
  SourceManager sources;
  const auto here = std::filesystem::current_path();
  EXPECT_EQ(sources.DisplayPath(here / "models" / "a.py"), "models/a.py");
  EXPECT_EQ(sources.DisplayPath(here.parent_path() / "b.py"), (here.parent_path() / "b.py").string());
  EXPECT_EQ(sources.DisplayPath("c.py"), "c.py");
}

TEST(Places, LinesAndColumnsCountFromOneInCodePoints) {
  SourceManager sources;
  const FileId id = sources.Add("a.py", "x = 1\ns = 'é', y\n");
  const uint32_t comma = static_cast<uint32_t>(sources.file(id).text.find(','));
  EXPECT_EQ(sources.Locate(id, 0), (LineColumn{1, 1}));
  EXPECT_EQ(sources.Locate(id, 5), (LineColumn{1, 6}));
  EXPECT_EQ(sources.Locate(id, 6), (LineColumn{2, 1}));
  EXPECT_EQ(sources.Locate(id, comma), (LineColumn{2, 8}));
  EXPECT_EQ(sources.Locate(id, 1000), (LineColumn{3, 1}));
  EXPECT_EQ(sources.Line(id, 2), "s = 'é', y");
  EXPECT_EQ(sources.Line(id, 3), "");
  EXPECT_EQ(sources.Line(id, 4), "");
  EXPECT_EQ(sources.Text({id, 0, 5}), "x = 1");
}

// ---- documents

std::vector<std::string> Programs(std::string_view document) {
  SourceManager sources;
  std::vector<std::string> texts;
  for (const FileId id : sources.AddDocument("a.md", document)) texts.push_back(sources.file(id).text);
  return texts;
}

TEST(Documents, FencesOfManyKinds) {
  const std::vector<std::string> expected = {"a = 1\n"};
  EXPECT_EQ(Programs("```python\na = 1\n```\n"), expected);
  EXPECT_EQ(Programs("```py\na = 1\n```\n"), expected);
  EXPECT_EQ(Programs("~~~ Python3\na = 1\n~~~\n"), expected);
  EXPECT_EQ(Programs("```{.python .numberLines}\na = 1\n```\n"), expected);
  EXPECT_EQ(Programs("``` python title=\"x\"\na = 1\n```\n"), expected);
  EXPECT_EQ(Programs("````python\na = 1\n````\n"), expected);
  EXPECT_EQ(Programs("```python\na = 1\n"), expected);  // to the end
  EXPECT_EQ(Programs(".. code-block:: python\n\n  a = 1\n\nText\n"), expected);
  EXPECT_EQ(Programs(".. code:: python\n   :number-lines:\n\n   a = 1\n"), expected);
}

TEST(Documents, WhatIsNoPython) {
  const std::vector<std::string> none;
  EXPECT_EQ(Programs("```\na = 1\n```\n"), none);
  EXPECT_EQ(Programs("```bash\na=1\n```\n"), none);
  EXPECT_EQ(Programs("```pythonista\na\n```\n"), none);
  EXPECT_EQ(Programs("Use ```python``` inline\n"), none);
  EXPECT_EQ(Programs("```python\n\n  \n```\n"), none);
  EXPECT_EQ(Programs("````\n```python\na = 1\n```\n````\n"), none);  // shown, not meant
  EXPECT_EQ(Programs(".. code-block:: bash\n\n  a\n"), none);
}

TEST(Documents, ALongerOrOtherFenceEndsABlock) {
  EXPECT_EQ(Programs("~~~python\na = '''\n```\n'''\n~~~\n"), std::vector<std::string>{"a = '''\n```\n'''\n"});
  EXPECT_EQ(Programs("```python\na = 1\n`````\n"), std::vector<std::string>{"a = 1\n"});
}

TEST(Documents, IndentationInListsAndQuotationsIsCut) {
  SourceManager sources;
  const auto ids = sources.AddDocument("a.md", "1. Do\n\n   ```python\n   é = f(\n     1)\n   ```\n");
  ASSERT_EQ(ids.size(), 1u);
  const SourceFile& file = sources.file(ids[0]);
  EXPECT_EQ(file.text, "é = f(\n  1)\n");
  EXPECT_EQ(file.line_numbers, (std::vector<uint32_t>{4, 5}));
  EXPECT_EQ(file.column_shifts, (std::vector<uint32_t>{3, 3}));
  EXPECT_EQ(sources.Locate(ids[0], 0), (LineColumn{4, 4}));
  EXPECT_EQ(sources.Locate(ids[0], static_cast<uint32_t>(file.text.find('f'))), (LineColumn{4, 8}));
  EXPECT_EQ(sources.Line(ids[0], 4), "   é = f(");
  EXPECT_EQ(sources.Line(ids[0], 1), "1. Do");

  EXPECT_EQ(Programs("> ```python\n> a = 1\n> b = a\n> ```\n"), std::vector<std::string>{"a = 1\nb = a\n"});
  EXPECT_EQ(Programs("- ```python\n  a = 1\n  ```\n"), std::vector<std::string>{"a = 1\n"});
  EXPECT_EQ(Programs("```python\n    if a:\n        b\n```\n"), std::vector<std::string>{"if a:\n    b\n"});
  EXPECT_EQ(Programs("> ```python\n> a = 1\ntext\n"), std::vector<std::string>{"a = 1\n"});
}

TEST(Documents, SessionsLoseTheirPrompts) {
  SourceManager sources;
  const auto ids = sources.AddDocument("a.md", "```python\n>>> for i in x:\n...   f(i)\n...\n1\n>>> g()\n```\n");
  ASSERT_EQ(ids.size(), 1u);
  EXPECT_EQ(sources.file(ids[0]).text, "for i in x:\n  f(i)\n\ng()\n");
  EXPECT_EQ(sources.Locate(ids[0], static_cast<uint32_t>(sources.file(ids[0]).text.find("g()"))), (LineColumn{6, 5}));
}

std::string Block(std::string_view code) { return "```python\n" + std::string(code) + "```\n\n"; }

TEST(Documents, ABlockContinuesTheProgramWhoseNamesItReads) {
  EXPECT_EQ(Programs(Block("import tensorflow as tf\nx = 1\n") + Block("y = tf.zeros(x)\n")).size(), 1u);
  EXPECT_EQ(Programs(Block("def f(): pass\n") + Block("print(1)\n")).size(), 2u);
  // Reads it before binding it itself.
  EXPECT_EQ(Programs(Block("net = 1\n") + Block("net = g(net)\n")).size(), 1u);
  // From inside a function.
  EXPECT_EQ(Programs(Block("import a\n") + Block("def f():\n  return a.b\n")).size(), 1u);
  // The third reads what only the first binds, which the program of the first two holds.
  EXPECT_EQ(Programs(Block("a = 1\n") + Block("b = a\n") + Block("c = a\n")).size(), 1u);
  // The third continues the second, not the first.
  const auto programs = Programs(Block("a = 1\n") + Block("b = 2\n") + Block("c = b\n"));
  EXPECT_EQ(programs, (std::vector<std::string>{"a = 1\n", "b = 2\nc = b\n"}));
  // What the first block binds is bound by the second itself.
  EXPECT_EQ(Programs(Block("import a\na.x()\n") + Block("import a\na.y()\n")).size(), 2u);
}

// ---- names

std::string Free(std::string_view code) {
  std::string names;
  for (const std::string& name : ReadNameUsage(code).free) names += name + " ";
  return names;
}

std::string Bound(std::string_view code) {
  std::string names;
  for (const std::string& name : ReadNameUsage(code).bound) names += name + " ";
  return names;
}

TEST(NameUsage, Bindings) {
  EXPECT_EQ(Bound("import a.b, c as d\nfrom e import (f as g,\n h)\nfrom i import *\n"), "a d g h ");
  EXPECT_EQ(Bound("a = b, (c, *d) = e\nf += 1\ng: int = 2\n"), "a b c d f g ");
  EXPECT_EQ(Bound("a.b = c[d] = (e.f, g[h]) = 1\n"), "");
  EXPECT_EQ(Bound("for a, (b, c) in d: e = 1\n"), "a b c e ");
  EXPECT_EQ(Bound("with a as b, c() as (d, e): pass\ntry: pass\nexcept (F, G) as h: pass\n"), "b d e h ");
  EXPECT_EQ(Bound("def f(a, b=c): d = 1\nclass G(H):\n  i = 2\nj = 3; k = 4\nif (l := m): pass\n"), "G f j k l ");
  EXPECT_EQ(Bound("def f():\n  global a\n  a = 1\n"), "a f ");
}

TEST(NameUsage, Reads) {
  EXPECT_EQ(Free("f(a, k=b).c[d]\n"), "a b d f ");
  EXPECT_EQ(Free("x = 1\nx.y\nz.x\n"), "z ");
  EXPECT_EQ(Free("x += 1\n"), "x ");
  EXPECT_EQ(Free("x\nx = 1\n"), "x ");
  EXPECT_EQ(Free("def f():\n  return x\nx = 1\n"), "");
  EXPECT_EQ(Free("def f(a, *b, c: T = d, **e):\n  return a, b, c, e, g\n"), "T d g ");
  EXPECT_EQ(Free("def f(x): return x\ny = f(x)\n"), "x ");
  EXPECT_EQ(Free("[a for a in b if c]\n(lambda d, e=f: d + g)\n"), "b c f g ");
  EXPECT_EQ(Free("class A(B):\n  c = d\n  def e(self): return self.c, h\n"), "B d h ");
  EXPECT_EQ(Free("@a.b\ndef f(): pass\n"), "a ");
  EXPECT_EQ(Free("f'{a.b!r:>{c}}{{d}}' 'e'\n"), "a c ");
  EXPECT_EQ(Free("'a' \"b\" # c\n'''d\ne'''\n"), "");
}

}  // namespace
}  // namespace tfscope
